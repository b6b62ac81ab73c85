package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.SchemaCheck;

/** What holds for every break, judged with nothing but the validator. */
final class WitnessRules {
  private final String id;
  private final JsonNode oldSchema;
  private final JsonNode newSchema;
  private final SchemaCheck oldCheck;
  private final SchemaCheck newCheck;

  WitnessRules(String id, JsonNode oldSchema, JsonNode newSchema) {
    this.id = id + "\n" + oldSchema + "\n" + newSchema + "\n";
    this.oldSchema = oldSchema;
    this.newSchema = newSchema;
    this.oldCheck = SchemaCheck.of(oldSchema);
    this.newCheck = SchemaCheck.of(newSchema);
  }

  void check(Break found) {
    assertThat(isWitness(found.witness())).as(id + found).isTrue();
    assertThat(isWitness(Json.parse(Json.write(found.witness())))).as(id + found).isTrue();
    assertThat(withOneLess(found.witness())).as(id + found).noneMatch(this::isWitness);
    checkPointers(found);
  }

  private void checkPointers(Break found) {
    assertThat(found.keyword()).as(id + found).isNotEmpty();
    assertThat(isNullOrThere(oldSchema, found.oldPointer())).as(id + found).isTrue();
    assertThat(isNullOrThere(newSchema, found.newPointer())).as(id + found).isTrue();
    if (found.newPointer() != null)
      assertThat(isNamed(found.newPointer(), found.keyword())).as(id + found).isTrue();
  }

  private static boolean isNullOrThere(JsonNode schema, @Nullable String pointer) {
    return pointer == null || !schema.at(pointer).isMissingNode();
  }

  /** A schema that is just {@code false} is a rule without a keyword. */
  private boolean isNamed(String pointer, String keyword) {
    JsonPointer last = JsonPointer.compile(pointer).last();
    return newSchema.at(pointer).isBoolean()
        || (last != null && keyword.equals(last.getMatchingProperty()));
  }

  boolean isWitness(JsonNode document) {
    return oldCheck.accepts(document) && !newCheck.accepts(document);
  }

  /** The document without a single member or item, at any depth. */
  static List<JsonNode> withOneLess(JsonNode document) {
    List<JsonNode> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : document.properties()) {
      ObjectNode without = document.deepCopy();
      all.add(without.without(member.getKey()));
      for (JsonNode less : withOneLess(member.getValue())) {
        ObjectNode with = document.deepCopy();
        all.add(with.set(member.getKey(), less));
      }
    }
    for (int i = 0; document.isArray() && i < document.size(); i++) {
      ArrayNode without = document.deepCopy();
      without.remove(i);
      all.add(without);
      for (JsonNode less : withOneLess(document.path(i))) {
        ArrayNode with = document.deepCopy();
        with.set(i, less);
        all.add(with);
      }
    }
    return all;
  }
}
