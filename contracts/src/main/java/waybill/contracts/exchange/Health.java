package waybill.contracts.exchange;

/** The function answers. */
public record Health(String status) {}
