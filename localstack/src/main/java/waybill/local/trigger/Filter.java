package waybill.local.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import waybill.local.template.TemplateException;

/** A pattern of FilterCriteria, as EventBridge patterns are read for event sources. */
final class Filter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Predicate<JsonNode> predicate;

  private Filter(Predicate<JsonNode> predicate) {
    this.predicate = predicate;
  }

  boolean matches(JsonNode event) {
    return predicate.test(event);
  }

  /** Matches what any of the patterns matches; no pattern at all matches everything. */
  static Filter anyOf(String path, List<String> patterns) {
    if (patterns.isEmpty()) return new Filter(event -> true);
    var filters = new ArrayList<Predicate<JsonNode>>();
    for (var pattern : patterns) filters.add(object(path, parse(path, pattern)));
    return new Filter(event -> filters.stream().anyMatch(filter -> filter.test(event)));
  }

  private static JsonNode parse(String path, String pattern) {
    try {
      var node = JSON.readTree(pattern);
      if (node.isObject() && !node.isEmpty()) return node;
      throw new TemplateException(path + ": a pattern must be a JSON object with something in it");
    } catch (JsonProcessingException e) {
      throw new TemplateException(path + ": a pattern is not JSON");
    }
  }

  private static Predicate<JsonNode> object(String path, JsonNode pattern) {
    var fields = new LinkedHashMap<String, Predicate<JsonNode>>();
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      var name = field.getKey();
      if (name.startsWith("$")) throw unknown(path, name);
      var inner = field.getValue();
      fields.put(name, inner.isObject() ? object(path, inner) : leaf(path, name, inner));
    }
    return event ->
        fields.entrySet().stream().allMatch(f -> f.getValue().test(event.path(f.getKey())));
  }

  private static Predicate<JsonNode> leaf(String path, String name, JsonNode rules) {
    if (!rules.isArray() || rules.isEmpty()) {
      throw new TemplateException(path + ": the value of " + name + " in a pattern must be a list");
    }
    var alternatives = new ArrayList<Predicate<JsonNode>>();
    for (var rule : rules) {
      alternatives.add(rule.isObject() ? FilterOperator.of(path, rule) : equal(rule));
    }
    return value -> alternatives.stream().anyMatch(alternative -> anyElement(value, alternative));
  }

  /** A list matches where one of its elements does. */
  private static boolean anyElement(JsonNode value, Predicate<JsonNode> rule) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).anyMatch(rule)
        : rule.test(value);
  }

  static Predicate<JsonNode> equal(JsonNode wanted) {
    if (wanted.isNumber()) {
      return value ->
          value.isNumber() && value.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }
    return value -> value.equals(wanted);
  }

  static TemplateException unknown(String path, String operator) {
    return new TemplateException(
        path + ": the filter operator " + operator + " is not something this machine knows");
  }
}
