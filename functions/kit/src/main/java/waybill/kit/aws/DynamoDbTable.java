package waybill.kit.aws;

import static waybill.kit.aws.Attributes.number;
import static waybill.kit.aws.Attributes.text;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Pause;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/** One DynamoDB table. */
public final class DynamoDbTable implements Table {
  private static final int SWEEP_ITEMS = 1_000;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Committing committing;
  private final Batching batching;

  public DynamoDbTable(DynamoDbClient dynamo, String table, Pause pause) {
    this.dynamo = dynamo;
    this.table = table;
    this.committing = new Committing(dynamo, table, pause);
    this.batching = new Batching(dynamo, table, committing, this::read);
  }

  @Override
  public Optional<Item> read(Key key) {
    var found =
        dynamo.getItem(get -> get.tableName(table).key(Attributes.key(key)).consistentRead(true));
    return found.hasItem() ? Optional.of(Attributes.item(found.item())) : Optional.empty();
  }

  @Override
  public List<Item> readEach(Collection<Key> keys) {
    return batching.read(keys);
  }

  /**
   * One answer holds 1 MB at most; so it asks until there are enough. An empty prefix, which
   * DynamoDB does not take, is the whole partition.
   */
  @Override
  public List<Item> under(String partition, String placePrefix, int limit) {
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":pk", text(partition)));
    if (!placePrefix.isEmpty()) values.put(":sk", text(placePrefix));
    String condition = placePrefix.isEmpty() ? "" : " AND begins_with(sk, :sk)";
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .limit(limit)
                    .keyConditionExpression("pk = :pk" + condition)
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .limit(limit)
        .map(Attributes::item)
        .toList();
  }

  @Override
  public List<Item> behind(String partition, String placePrefix, String place, int limit) {
    // The last of what begins so: no place holds a character behind this one.
    String last = placePrefix + "\uffff";
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .limit(limit)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(partition),
                            ":from", text(place + "\u0000"),
                            ":to", text(last))))
        .items()
        .stream()
        .limit(limit)
        .map(Attributes::item)
        .toList();
  }

  @Override
  public Page<Item> list(String list, String placePrefix, @Nullable String cursor, int limit) {
    return indexed("list", Attributes.LIST_OF, list, placePrefix, cursor, limit);
  }

  @Override
  public Page<Item> related(String to, @Nullable String cursor, int limit) {
    return indexed("related", Attributes.RELATED_OF, to, "", cursor, limit);
  }

  /**
   * Asks for one more than wanted: then, or where an answer ended at 1 MB, there is a next page.
   */
  private Page<Item> indexed(
      String index,
      String attribute,
      String name,
      String placePrefix,
      @Nullable String cursor,
      int limit) {
    var start = cursor == null ? null : Cursors.read(attribute, name, placePrefix, cursor);
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":list", text(name)));
    if (!placePrefix.isEmpty()) values.put(":at", text(placePrefix));
    String condition = placePrefix.isEmpty() ? "" : " AND begins_with(list_at, :at)";
    var found =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .indexName(index)
                    .scanIndexForward(false)
                    .limit(limit + 1)
                    .exclusiveStartKey(start)
                    .keyConditionExpression(attribute + " = :list" + condition)
                    .expressionAttributeValues(values));
    List<Map<String, AttributeValue>> page =
        found.items().subList(0, Math.min(limit, found.items().size()));
    boolean more = found.items().size() > limit || found.hasLastEvaluatedKey();
    return new Page<>(
        page.stream().flatMap(item -> whole(item).stream()).toList(),
        more ? Cursors.write(page.get(page.size() - 1), name) : null);
  }

  /** An index that projects only keys is cheaper to write, and shows the items as they are now. */
  private Optional<Item> whole(Map<String, AttributeValue> found) {
    return found.containsKey(Attributes.DOC)
        ? Optional.of(Attributes.item(found))
        : read(Attributes.keyOf(found));
  }

  @Override
  public boolean write(Write write) {
    return committing.write(write);
  }

  /** What did not succeed at once is done alone: that knows a lost answer from a conflict. */
  @Override
  public List<Boolean> writeEach(List<Write> writes) {
    List<Boolean> done = batching.write(writes);
    return IntStream.range(0, writes.size())
        .mapToObj(at -> done.get(at) || committing.write(writes.get(at)))
        .toList();
  }

  /** Appends come with a new version, other clearings with another size: then it looks again. */
  @Override
  public void clear(Key key, Predicate<Unsent> routed) {
    while (true) {
      Optional<Item> item = read(key);
      if (item.isEmpty() || item.get().outbox().stream().noneMatch(routed)) return;
      if (update(key, clearing(item.get(), routed))) return;
    }
  }

  @Override
  public void clearEach(Map<Key, Predicate<Unsent>> routed) {
    Set<Key> cleared = batching.clear(routed);
    routed.forEach(
        (key, predicate) -> {
          if (!cleared.contains(key)) clear(key, predicate);
        });
  }

  private static Expression clearing(Item item, Predicate<Unsent> routed) {
    List<Unsent> outbox = item.outbox();
    Expression expression =
        new Expression()
            .ifEquals(Attributes.VERSION, number(item.version()))
            .ifSize(Attributes.OUTBOX, outbox.size());
    if (outbox.stream().allMatch(routed))
      return expression.remove(Attributes.OUTBOX, Attributes.UNSENT);
    IntStream.range(0, outbox.size())
        .filter(at -> routed.test(outbox.get(at)))
        .forEach(at -> expression.removeAt(Attributes.OUTBOX, at));
    return expression.set(Attributes.UNSENT, text(Attributes.LEFT));
  }

  @Override
  public void waitUntil(Key key, Instant due) {
    update(
        key,
        new Expression()
            .ifThere(Attributes.UNSENT)
            .set(Attributes.UNSENT, text(Attributes.LEFT))
            .set(Attributes.DUE_OF, text(Attributes.dueShard(key)))
            .set(Attributes.DUE_AT, number(due.toEpochMilli())));
  }

  @Override
  public void waitNoLonger(Key key, Instant due) {
    update(
        key,
        new Expression()
            .ifEquals(Attributes.DUE_AT, number(due.toEpochMilli()))
            .remove(Attributes.DUE_OF, Attributes.DUE_AT));
  }

  /** False if the condition no longer holds: then somebody else has taken care of it. */
  private boolean update(Key key, Expression does) {
    try {
      committing.patiently(
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(Attributes.key(key))
                          .updateExpression(does.update())
                          .conditionExpression(does.condition())
                          .expressionAttributeNames(does.names())
                          .expressionAttributeValues(does.values())));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** The index lags behind: what is no longer due in the table itself is left out. */
  @Override
  public List<Item> due(Instant by) {
    return stillDue(new DueIndex(dynamo, table).first(by), by);
  }

  @Override
  public boolean due(Instant by, Predicate<List<Item>> goOn) {
    return new DueIndex(dynamo, table).keys(by, found -> goOn.test(stillDue(found, by)));
  }

  private List<Item> stillDue(List<Key> found, Instant by) {
    return readEach(found).stream()
        .filter(item -> isDue(item, by))
        .sorted(Comparator.comparing(item -> item.due() == null ? by : item.due()))
        .toList();
  }

  private static boolean isDue(Item item, Instant by) {
    return item.due() != null && !item.due().isAfter(by);
  }

  @Override
  public Page<Item> speakersAnd(String kind, @Nullable String cursor) {
    var start = cursor == null ? null : Cursors.read(cursor);
    var found =
        dynamo.scan(
            scan ->
                scan.tableName(table)
                    .limit(SWEEP_ITEMS)
                    .exclusiveStartKey(start)
                    .filterExpression(
                        "attribute_exists(seq) OR attribute_exists(unsent) OR kind = :kind")
                    .expressionAttributeValues(Map.of(":kind", text(kind))));
    return new Page<>(
        found.items().stream().map(Attributes::item).toList(),
        found.hasLastEvaluatedKey() ? Cursors.write(found.lastEvaluatedKey()) : null);
  }

  @Override
  public Page<Item> all(@Nullable String cursor, int limit) {
    var start = cursor == null ? null : Cursors.read(cursor);
    var found =
        dynamo.scan(
            scan ->
                scan.tableName(table).consistentRead(true).limit(limit).exclusiveStartKey(start));
    return new Page<>(
        found.items().stream().map(Attributes::item).toList(),
        found.hasLastEvaluatedKey() ? Cursors.write(found.lastEvaluatedKey()) : null);
  }
}
