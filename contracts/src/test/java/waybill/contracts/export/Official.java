package waybill.contracts.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import waybill.contracts.Json;

/** Schemas that others publish for their formats, run by a validator that others wrote. */
final class Official {
  private static final String META = "https://json-schema.org/draft/2020-12/schema";

  static List<String> violations(String format, Dialect dialect, JsonNode document) {
    return SchemaRegistry.withDialect(dialect).getSchema(schema(format)).validate(document).stream()
        .map(Error::toString)
        .toList();
  }

  static List<String> metaViolations(JsonNode schema) {
    return SchemaRegistry.withDialect(Dialects.getDraft202012())
        .getSchema(SchemaLocation.of(META))
        .validate(schema)
        .stream()
        .map(Error::toString)
        .toList();
  }

  static List<String> danglingReferences(JsonNode document) {
    return document.findValues("$ref").stream()
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> !text.startsWith("#/") || document.at(text.substring(1)).isMissingNode())
        .toList();
  }

  private static JsonNode schema(String format) {
    String file = "/official/" + format + "/schema.json";
    try (InputStream in = Official.class.getResourceAsStream(file)) {
      if (in == null) throw new AssertionError(file + " is missing");
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Official() {}
}
