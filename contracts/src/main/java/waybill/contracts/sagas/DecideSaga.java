package waybill.contracts.sagas;

import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about a saga, and why.
 *
 * @param step only this one of the steps that wait for a decision
 */
public record DecideSaga(String reason, @Nullable String step) {}
