package waybill.local.template;

/** One resource with everything in its properties resolved. */
record Resource(String id, String type, Fields properties, Names names) {}
