package waybill.contracts.exchange;

/** A full sweep goes on where the pages seen so far ended. */
public record Sweep(String cursor) {}
