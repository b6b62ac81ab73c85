package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

final class Valid {
  private Valid() {}

  static boolean under(JsonNode schema, JsonNode document) {
    return SchemaRegistry.withDialect(Dialects.getDraft202012())
        .getSchema(schema)
        .validate(document)
        .isEmpty();
  }
}
