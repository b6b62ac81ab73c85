package waybill.local.aws;

/** One right that a call needs. */
record Need(String action, String resource) {}
