package waybill.kit.aws;

import static waybill.kit.aws.Attributes.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/**
 * Many items in one request, each for itself. Of the requests that DynamoDB has for that only
 * statements know conditions; what they do not confirm is not decided here, but done once more
 * alone.
 */
final class Batching {
  private static final int KEYS_MOST = 100;
  private static final int STATEMENTS_MOST = 25;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Committing committing;
  private final Function<Key, Optional<Item>> alone;

  Batching(
      DynamoDbClient dynamo,
      String table,
      Committing committing,
      Function<Key, Optional<Item>> alone) {
    this.dynamo = dynamo;
    this.table = table;
    this.committing = committing;
    this.alone = alone;
  }

  /** What DynamoDB left out, being busy, is read alone. */
  List<Item> read(Collection<Key> keys) {
    List<Key> distinct = List.copyOf(new LinkedHashSet<>(keys));
    List<Item> found = new ArrayList<>();
    for (List<Key> some : parts(distinct, KEYS_MOST)) {
      BatchGetItemResponse answer = committing.patiently(() -> get(some));
      answer.responses().getOrDefault(table, List.of()).stream()
          .map(Attributes::item)
          .forEach(found::add);
      KeysAndAttributes left = answer.unprocessedKeys().get(table);
      if (left != null)
        for (var key : left.keys()) alone.apply(Attributes.keyOf(key)).ifPresent(found::add);
    }
    return found;
  }

  private BatchGetItemResponse get(List<Key> keys) {
    var wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(Attributes::key).toList())
            .consistentRead(true)
            .build();
    return dynamo.batchGetItem(get -> get.requestItems(Map.of(table, wanted)));
  }

  private static <T> List<List<T>> parts(List<T> all, int most) {
    return IntStream.range(0, (all.size() + most - 1) / most)
        .mapToObj(at -> all.subList(at * most, Math.min(all.size(), (at + 1) * most)))
        .toList();
  }

  /**
   * @return in their order, which are certainly written
   */
  List<Boolean> write(List<Write> writes) {
    List<@Nullable Statement> statements =
        writes.stream().map(write -> Statement.of(table, write)).toList();
    List<Integer> possible =
        IntStream.range(0, writes.size()).filter(at -> statements.get(at) != null).boxed().toList();
    Set<Integer> done = new LinkedHashSet<>();
    if (possible.size() > 1)
      execute(possible.stream().map(statements::get).toList())
          .forEach(at -> done.add(possible.get(at)));
    return IntStream.range(0, writes.size()).mapToObj(done::contains).toList();
  }

  /**
   * @return whose outboxes are certainly cleared
   */
  Set<Key> clear(Map<Key, Predicate<Unsent>> routed) {
    if (routed.size() < 2) return Set.of();
    Set<Key> done = new LinkedHashSet<>();
    Map<Key, Statement> statements = new LinkedHashMap<>();
    for (Item item : read(routed.keySet())) {
      Predicate<Unsent> isRouted = routed.getOrDefault(item.key(), unsent -> false);
      if (item.outbox().stream().noneMatch(isRouted)) done.add(item.key());
      else if (item.outbox().stream().allMatch(isRouted)) statements.put(item.key(), cleared(item));
    }
    List<Key> keys = List.copyOf(statements.keySet());
    execute(List.copyOf(statements.values())).forEach(at -> done.add(keys.get(at)));
    return done;
  }

  /** What is said meanwhile comes with a new version; other clearings may go first. */
  private Statement cleared(Item item) {
    return new Statement("UPDATE \"" + table + "\"")
        .remove(Attributes.OUTBOX, Attributes.UNSENT)
        .where(item.key())
        .and(Attributes.VERSION, number(item.version()));
  }

  private List<Integer> execute(List<Statement> statements) {
    List<Integer> done = new ArrayList<>();
    int start = 0;
    for (List<Statement> some : parts(statements, STATEMENTS_MOST)) {
      var requests = some.stream().map(Statement::request).toList();
      var answers =
          committing
              .patiently(() -> dynamo.batchExecuteStatement(batch -> batch.statements(requests)))
              .responses();
      for (int at = 0; at < answers.size(); at++)
        if (answers.get(at).error() == null) done.add(start + at);
      start += some.size();
    }
    return done;
  }
}
