package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** All routes, in the form of OpenAPI 3.1. */
public record OpenApiDocument(
    String openapi,
    JsonNode info,
    List<JsonNode> servers,
    List<JsonNode> tags,
    JsonNode paths,
    JsonNode components) {}
