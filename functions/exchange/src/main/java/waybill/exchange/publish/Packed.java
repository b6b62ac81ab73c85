package waybill.exchange.publish;

import waybill.contracts.form.Format;

/** Data as they came, which only their contract can read. */
@SuppressWarnings("ArrayRecordComponent") // one request has one owner; nobody compares two
record Packed(Format format, byte[] data) {}
