package waybill.bench.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/**
 * Where a table's items stand once more.
 *
 * @param place the attributes that say where; an item without one of them is not in it
 * @param kept the others that it keeps of an item
 */
record Index(List<String> place, List<String> kept) {

  /** An item as an index has it: none, if {@code place} is empty. */
  record Entry(Map<String, AttributeValue> place, Map<String, AttributeValue> kept) {}

  static List<Index> of(DynamoDbClient dynamo, String table) {
    return dynamo
        .describeTable(asked -> asked.tableName(table))
        .table()
        .globalSecondaryIndexes()
        .stream()
        .map(index -> of(index.keySchema(), index.projection()))
        .toList();
  }

  private static Index of(List<KeySchemaElement> keys, Projection projection) {
    List<String> place = keys.stream().map(KeySchemaElement::attributeName).toList();
    Stream<String> own = Stream.concat(Stream.of("pk", "sk"), place.stream());
    return new Index(
        place, Stream.concat(own, projection.nonKeyAttributes().stream()).distinct().toList());
  }

  Entry of(Map<String, AttributeValue> item) {
    return item.keySet().containsAll(place)
        ? new Entry(only(place, item), only(kept, item))
        : new Entry(Map.of(), Map.of());
  }

  private static Map<String, AttributeValue> only(
      List<String> names, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> only = new LinkedHashMap<>(item);
    only.keySet().retainAll(names);
    return only;
  }
}
