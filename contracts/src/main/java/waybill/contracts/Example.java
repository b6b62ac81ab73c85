package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A document that ships with a contract version, as documentation and as a test. An invalid one is
 * named {@code <rule>@<pointer with dots>}, for the violation that it must show.
 */
public record Example(String name, boolean valid, JsonNode document) {}
