package waybill.kit.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes an update expression; every name goes through {@code #}, since many are reserved. */
final class Expression {
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  Expression set(String name, AttributeValue value) {
    sets.add(name(name) + " = " + value(name, value));
    return this;
  }

  Expression append(String name, AttributeValue list) {
    values.put(":none", AttributeValue.fromL(List.of()));
    sets.add(
        "%s = list_append(if_not_exists(%1$s, :none), %s)"
            .formatted(name(name), value(name, list)));
    return this;
  }

  Expression remove(String... attributes) {
    for (String attribute : attributes) removes.add(name(attribute));
    return this;
  }

  Expression removeAt(String list, int position) {
    removes.add(name(list) + "[" + position + "]");
    return this;
  }

  Expression ifEquals(String name, AttributeValue value) {
    conditions.add(name(name) + " = " + value("was_" + name, value));
    return this;
  }

  Expression ifSize(String name, int size) {
    conditions.add("size(" + name(name) + ") = " + value("size", Attributes.number(size)));
    return this;
  }

  Expression ifThere(String name) {
    conditions.add("attribute_exists(" + name(name) + ")");
    return this;
  }

  Expression ifAbsent(String name) {
    conditions.add("attribute_not_exists(" + name(name) + ")");
    return this;
  }

  String update() {
    String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
    String remove = removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes);
    return set + remove;
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  Map<String, String> names() {
    return names;
  }

  Map<String, AttributeValue> values() {
    return values;
  }

  private String name(String name) {
    names.put("#" + name, name);
    return "#" + name;
  }

  private String value(String name, AttributeValue value) {
    values.put(":" + name, value);
    return ":" + name;
  }
}
