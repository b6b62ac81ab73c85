package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.SchemaCheck;

/** Which documents the policy looks away from: those that carry a name before it was declared. */
class OpenAdditionsTest {
  private static final String OPEN = "{\"properties\":{\"a\":{}}}";

  @Test
  void anOptionalName_inAnOpenObject_isLeftOut() {
    leavesOut(OPEN, "{\"properties\":{\"a\":{},\"b\":{}}}", "{\"b\":1}", "{\"a\":1,\"c\":2}");
  }

  @Test
  void aRequiredName_isNotLookedAwayFrom() {
    looksAtAll(OPEN, "{\"properties\":{\"a\":{},\"b\":{}},\"required\":[\"b\"]}");
  }

  @Test
  void aNameThatWasDeclared_isNotLookedAwayFrom() {
    looksAtAll("{\"properties\":{\"b\":true}}", "{\"properties\":{\"b\":{\"type\":\"string\"}}}");
  }

  @Test
  void anObjectThatSaysWhatElseItHolds_isNotOpen() {
    for (String closing :
        new String[] {
          "\"additionalProperties\":false",
          "\"additionalProperties\":{\"type\":\"integer\"}",
          "\"unevaluatedProperties\":false",
          "\"patternProperties\":{\"^x\":{}}",
          "\"propertyNames\":{\"maxLength\":3}"
        }) looksAtAll("{" + closing + "}", "{\"properties\":{\"b\":{}}}");
  }

  @Test
  void nestedObjects_andItems_areLookedInto() {
    leavesOut(
        "{\"properties\":{\"list\":{\"items\":{\"properties\":{\"a\":{}}}}}}",
        "{\"properties\":{\"list\":{\"items\":{\"properties\":{\"a\":{},\"b\":{}}}}}}",
        "{\"list\":[{},{\"b\":1}]}",
        "{\"list\":[{\"a\":1}],\"b\":1}");
  }

  @Test
  void references_areFollowed() {
    leavesOut(
        "{\"$ref\":\"#/$defs/x@1\",\"$defs\":{\"x@1\":{\"properties\":{\"a\":{}}}}}",
        "{\"$ref\":\"#/$defs/x@2\",\"$defs\":{\"x@2\":{\"properties\":{\"a\":{},\"b\":{}}}}}",
        "{\"b\":1}",
        "{\"a\":1}");
  }

  @Test
  void recursion_ends() {
    String tree = "{\"properties\":{\"left\":{\"$ref\":\"#\"}%s}}";
    leavesOut(
        tree.formatted(""), tree.formatted(",\"b\":{}"), "{\"b\":1}", "{\"left\":{\"left\":{}}}");
  }

  @Test
  void nothingThatWasRefused_isTakenNow() {
    String old =
        "{\"oneOf\":[{\"required\":[\"a\"]},{\"required\":[\"c\"]}],\"properties\":{\"a\":{}}}";
    JsonNode without = without(old, "{\"properties\":{\"a\":{},\"b\":{}}}");
    for (String document : new String[] {"{}", "{\"a\":1,\"c\":1}", "{\"b\":1}"})
      assertThat(isValid(without, Json.parse(document))).isFalse();
    assertThat(isValid(without, Json.parse("{\"a\":1}"))).isTrue();
  }

  private static void leavesOut(String old, String now, String left, String kept) {
    JsonNode without = without(old, now);
    assertThat(isValid(Json.parse(old), Json.parse(left))).isTrue();
    assertThat(isValid(without, Json.parse(left))).isFalse();
    assertThat(isValid(without, Json.parse(kept))).isTrue();
  }

  private static void looksAtAll(String old, String now) {
    assertThat(without(old, now)).isEqualTo(Json.parse(old));
  }

  private static JsonNode without(String old, String now) {
    return OpenAdditions.withoutNewNames(Json.parse(old), Json.parse(now));
  }

  private static boolean isValid(JsonNode schema, JsonNode document) {
    return SchemaCheck.of(schema).accepts(document);
  }
}
