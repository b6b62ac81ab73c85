package waybill.kit.aws;

import static waybill.kit.aws.Attributes.number;
import static waybill.kit.aws.Attributes.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import waybill.kit.commit.Change;
import waybill.kit.commit.Key;
import waybill.kit.commit.Write;

/** A write of one item as a PartiQL statement; every value is a parameter. */
final class Statement {
  private final StringBuilder words;
  private final List<AttributeValue> values = new ArrayList<>();

  Statement(String start) {
    words = new StringBuilder(start);
  }

  /**
   * @return null for what no single statement does
   */
  static @Nullable Statement of(String table, Write write) {
    boolean isOne = write.changes().size() == 1;
    if (!isOne || !(write.changes().get(0) instanceof Change.Put put) || put.speaks()) return null;
    return put.expected() == 0 ? insert(table, put, write) : update(table, put, write);
  }

  private static Statement insert(String table, Change.Put put, Write write) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put(Attributes.PARTITION, text(put.key().partition()));
    item.put(Attributes.PLACE, text(put.key().place()));
    attributes(put, write).forEach((name, value) -> addIfThere(item, name, value));
    Statement statement = new Statement("INSERT INTO \"" + table + "\" VALUE ");
    statement.values.addAll(item.values());
    statement.words.append(
        item.keySet().stream()
            .map(name -> "'" + name + "': ?")
            .collect(Collectors.joining(", ", "{", "}")));
    return statement;
  }

  private static void addIfThere(
      Map<String, AttributeValue> item, String name, @Nullable AttributeValue value) {
    if (value != null) item.put(name, value);
  }

  private static Statement update(String table, Change.Put put, Write write) {
    Statement statement = new Statement("UPDATE \"" + table + "\"");
    attributes(put, write)
        .forEach(
            (name, value) -> {
              if (value == null) statement.remove(name);
              else statement.set(name, value);
            });
    return statement.where(put.key()).and(Attributes.VERSION, number(put.expected()));
  }

  /** The whole new state; null is not there. */
  private static Map<String, @Nullable AttributeValue> attributes(Change.Put put, Write write) {
    Map<String, @Nullable AttributeValue> all = new LinkedHashMap<>();
    all.put(Attributes.KIND, text(put.kind()));
    all.put(Attributes.VERSION, number(put.expected() + 1));
    all.put(Attributes.COMMIT, text(write.commit()));
    all.put(Attributes.DOC, text(put.doc()));
    var place = put.place();
    String related = place == null ? null : place.related();
    all.put(Attributes.LIST_OF, place == null ? null : text(place.list()));
    all.put(Attributes.LIST_AT, place == null ? null : text(place.at()));
    all.put(Attributes.RELATED_OF, related == null ? null : text(related));
    var due = put.due();
    all.put(Attributes.DUE_OF, due == null ? null : text(Attributes.dueShard(put.key())));
    all.put(Attributes.DUE_AT, due == null ? null : number(due.toEpochMilli()));
    var expires = put.expires();
    all.put(Attributes.EXPIRES_AT, expires == null ? null : number(expires.getEpochSecond()));
    if (put.sequence() > 0) all.put(Attributes.SEQUENCE, number(put.sequence()));
    return all;
  }

  private void set(String name, AttributeValue value) {
    words.append(" SET \"").append(name).append("\" = ?");
    values.add(value);
  }

  Statement remove(String... names) {
    for (String name : names) words.append(" REMOVE \"").append(name).append('"');
    return this;
  }

  Statement where(Key key) {
    words.append(" WHERE \"pk\" = ? AND \"sk\" = ?");
    values.add(text(key.partition()));
    values.add(text(key.place()));
    return this;
  }

  Statement and(String name, AttributeValue value) {
    words.append(" AND \"").append(name).append("\" = ?");
    values.add(value);
    return this;
  }

  BatchStatementRequest request() {
    return BatchStatementRequest.builder().statement(words.toString()).parameters(values).build();
  }
}
