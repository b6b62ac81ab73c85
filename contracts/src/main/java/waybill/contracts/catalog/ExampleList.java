package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Documents that are valid under a version. */
public record ExampleList(boolean given, List<JsonNode> items) {}
