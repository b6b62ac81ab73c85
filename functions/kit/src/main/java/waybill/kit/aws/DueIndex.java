package waybill.kit.aws;

import static waybill.kit.aws.Attributes.number;
import static waybill.kit.aws.Attributes.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import waybill.kit.Limits;
import waybill.kit.commit.Key;

/** The sparse index of what waits: keys only, and a moment behind the table. */
final class DueIndex {
  private final DynamoDbClient dynamo;
  private final String table;

  DueIndex(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** The first part of each shard. */
  List<Key> first(Instant by) {
    List<Key> keys = new ArrayList<>();
    for (int shard = 0; shard < Limits.DUE_SHARDS; shard++)
      keys.addAll(keysOf(part(shard, by, Map.of())));
    return keys;
  }

  /** Part after part, of each shard in turn: so no shard waits for all of another one. */
  boolean keys(Instant by, Predicate<List<Key>> goOn) {
    List<Map<String, AttributeValue>> behind = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    for (int shard = 0; shard < Limits.DUE_SHARDS; shard++) {
      behind.add(Map.of());
      left.add(shard);
    }
    while (!left.isEmpty())
      for (Integer shard : List.copyOf(left)) {
        QueryResponse part = part(shard, by, behind.get(shard));
        behind.set(shard, part.lastEvaluatedKey());
        if (!part.hasLastEvaluatedKey()) left.remove(shard);
        List<Key> keys = keysOf(part);
        if (!keys.isEmpty() && !goOn.test(keys)) return false;
      }
    return true;
  }

  private static List<Key> keysOf(QueryResponse part) {
    return part.items().stream().map(Attributes::keyOf).toList();
  }

  private QueryResponse part(int shard, Instant by, Map<String, AttributeValue> behind) {
    return dynamo.query(
        query ->
            query
                .tableName(table)
                .indexName("due")
                .limit(Limits.DUE_ITEMS_PER_SHARD)
                .exclusiveStartKey(behind.isEmpty() ? null : behind)
                .keyConditionExpression("due_of = :shard AND due_at <= :by")
                .expressionAttributeValues(
                    Map.of(
                        ":shard",
                        text(Attributes.dueShard(shard)),
                        ":by",
                        number(by.toEpochMilli()))));
  }
}
