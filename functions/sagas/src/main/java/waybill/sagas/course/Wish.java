package waybill.sagas.course;

import org.jspecify.annotations.Nullable;

/**
 * What an operator wants, and why.
 *
 * @param step only this one of the steps that wait for a decision
 */
public record Wish(String by, String reason, @Nullable String step) {}
