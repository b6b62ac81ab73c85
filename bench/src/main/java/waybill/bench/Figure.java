package waybill.bench;

/** Of one operation. */
record Figure(double nanos, double bytes) {}
