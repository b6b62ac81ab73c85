package waybill.kit.aws;

import static waybill.kit.aws.Attributes.number;
import static waybill.kit.aws.Attributes.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Key;

/**
 * Counts in a service's own table, beside its items and unlike them without version or document:
 * each count is an attribute of its own.
 */
public final class DynamoDbCounters implements Counters {
  private static final String PREFIX = "count:";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoDbCounters(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void add(Key row, Map<String, Long> counts, Instant until) {
    Map<String, String> names = new HashMap<>(Map.of("#until", Attributes.EXPIRES_AT));
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":until", number(until.getEpochSecond()));
    List<String> adds = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          String at = String.valueOf(adds.size());
          names.put("#n" + at, PREFIX + name);
          values.put(":n" + at, number(count));
          adds.add("#n" + at + " :n" + at);
        });
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(Attributes.key(row))
                .updateExpression("ADD " + String.join(", ", adds) + " SET #until = :until")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
  }

  @Override
  public SortedMap<String, Map<String, Long>> from(String partition, String place) {
    SortedMap<String, Map<String, Long>> found = new TreeMap<>();
    dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk >= :sk")
                    .expressionAttributeValues(Map.of(":pk", text(partition), ":sk", text(place))))
        .items()
        .forEach(row -> found.put(Attributes.textOf(row, Attributes.PLACE), countsOf(row)));
    return found;
  }

  private static Map<String, Long> countsOf(Map<String, AttributeValue> row) {
    Map<String, Long> counts = new TreeMap<>();
    row.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX))
            counts.put(name.substring(PREFIX.length()), Long.parseLong(value.n()));
        });
    return counts;
  }
}
