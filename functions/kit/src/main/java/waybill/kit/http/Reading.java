package waybill.kit.http;

import java.util.function.Function;

/**
 * How a route reads a request whose document comes in more than one form. What is read is not
 * checked yet: one document of many may be wrong, and only the handler knows what becomes of the
 * others.
 *
 * @param bytesMax more is not looked at
 * @param of throws {@link waybill.contracts.Malformed} for what can't be read at all
 */
public record Reading<Q>(int bytesMax, Function<Incoming, Q> of) {}
