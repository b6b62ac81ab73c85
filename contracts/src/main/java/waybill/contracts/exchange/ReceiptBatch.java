package waybill.contracts.exchange;

import java.util.List;

/** Receipts of one subscriber, sent together. */
public record ReceiptBatch(List<Receipt> receipts) {}
