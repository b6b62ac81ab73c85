package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** Which part of the balance is asked for. */
public record AskLedger(@Nullable String contract, @Nullable String subscriber) {}
