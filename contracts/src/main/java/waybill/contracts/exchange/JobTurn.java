package waybill.contracts.exchange;

/** A job's turn to go on. */
public record JobTurn(String job) {}
