package waybill.kit.http;

import java.util.List;
import java.util.function.Function;

/**
 * How a route reads a request whose document comes in more than one form. What is read is not
 * checked yet: one document of many may be wrong, and only the handler knows what becomes of the
 * others.
 *
 * @param bytesMax more is not looked at
 * @param mediaTypes what it takes, as a refusal names it
 * @param of throws {@link waybill.contracts.Malformed} for what can't be read at all, and {@link
 *     NotTaken} for a form that it does not read
 */
public record Reading<Q>(int bytesMax, List<String> mediaTypes, Function<Incoming, Q> of) {}
