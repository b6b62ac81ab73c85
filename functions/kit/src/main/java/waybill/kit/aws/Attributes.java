package waybill.kit.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.kit.Limits;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unsent;

/**
 * How an item stands in DynamoDB. template.yaml knows these names: its keys, indexes and filter.
 */
final class Attributes {
  static final String PARTITION = "pk";
  static final String PLACE = "sk";
  static final String KIND = "kind";
  static final String VERSION = "version";
  static final String COMMIT = "commit";
  static final String DOC = "doc";
  static final String SEQUENCE = "seq";
  static final String OUTBOX = "outbox";
  static final String LIST_OF = "list_of";
  static final String LIST_AT = "list_at";
  static final String RELATED_OF = "related_of";
  static final String DUE_OF = "due_of";
  static final String DUE_AT = "due_at";
  static final String EXPIRES_AT = "expires_at";

  /** There while the outbox holds something; a filter of a stream cannot look into a list. */
  static final String UNSENT = "unsent";

  /** Written by a commit: wakes the relay. */
  static final String NEW = "new";

  /** Written by the relay and the clearing: wakes nobody. */
  static final String LEFT = "left";

  static Map<String, AttributeValue> key(Key key) {
    return Map.of(PARTITION, text(key.partition()), PLACE, text(key.place()));
  }

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static AttributeValue outbox(List<Unsent> entries) {
    return AttributeValue.fromL(entries.stream().map(Attributes::entry).toList());
  }

  private static AttributeValue entry(Unsent unsent) {
    return AttributeValue.fromM(Map.of("id", text(unsent.id()), "text", text(unsent.text())));
  }

  static String dueShard(Key key) {
    return dueShard(Math.floorMod(key.partition().hashCode(), Limits.DUE_SHARDS));
  }

  static String dueShard(int shard) {
    return "due#" + shard;
  }

  static Key keyOf(Map<String, AttributeValue> item) {
    return new Key(textOf(item, PARTITION), textOf(item, PLACE));
  }

  static Item item(Map<String, AttributeValue> item) {
    return new Item(
        keyOf(item),
        textOf(item, KIND),
        numberOf(item, VERSION),
        textOf(item, COMMIT),
        textOf(item, DOC),
        numberOf(item, SEQUENCE),
        outboxOf(item),
        millisOf(item, DUE_AT),
        secondsOf(item, EXPIRES_AT));
  }

  static String textOf(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? "" : value.s();
  }

  private static long numberOf(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  private static List<Unsent> outboxOf(Map<String, AttributeValue> item) {
    AttributeValue outbox = item.get(OUTBOX);
    if (outbox == null) return List.of();
    return outbox.l().stream()
        .map(entry -> new Unsent(textOf(entry.m(), "id"), textOf(entry.m(), "text")))
        .toList();
  }

  private static @Nullable Instant millisOf(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? Instant.ofEpochMilli(numberOf(item, name)) : null;
  }

  private static @Nullable Instant secondsOf(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? Instant.ofEpochSecond(numberOf(item, name)) : null;
  }

  private Attributes() {}
}
