package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;

/** All messages, in the form of AsyncAPI 3.0. */
public record AsyncApiDocument(
    String asyncapi, JsonNode info, JsonNode channels, JsonNode operations, JsonNode components) {}
