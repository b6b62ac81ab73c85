package waybill.kit.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/** A put of which only the unusual is said: it expects nothing there, says nothing, waits not. */
public record Putting(
    Key key,
    long expected,
    String kind,
    String doc,
    @Nullable Place place,
    @Nullable Instant due,
    long sequence,
    List<Unsent> says,
    boolean leftovers) {

  public static Putting at(Key key) {
    return new Putting(key, 0, "thing", "{}", null, null, 0, List.of(), false);
  }

  public static Putting at(String id) {
    return at(Key.ofEntity(id));
  }

  public Putting over(Item item) {
    return new Putting(
        key, item.version(), kind, doc, place, due, item.sequence() + says.size(), says, leftovers);
  }

  public Putting expecting(long version) {
    return new Putting(key, version, kind, doc, place, due, sequence, says, leftovers);
  }

  public Putting kind(String newKind) {
    return new Putting(key, expected, newKind, doc, place, due, sequence, says, leftovers);
  }

  public Putting doc(String newDoc) {
    return new Putting(key, expected, kind, newDoc, place, due, sequence, says, leftovers);
  }

  public Putting listed(String list, String at) {
    return new Putting(
        key, expected, kind, doc, new Place(list, at), due, sequence, says, leftovers);
  }

  /** Once it is listed. */
  public Putting related(String to) {
    Place at = Objects.requireNonNull(place).relatedTo(to);
    return new Putting(key, expected, kind, doc, at, due, sequence, says, leftovers);
  }

  public Putting due(Instant when) {
    return new Putting(key, expected, kind, doc, place, when, sequence, says, leftovers);
  }

  public Putting saying(Unsent... more) {
    return new Putting(
        key,
        expected,
        kind,
        doc,
        place,
        due,
        sequence + more.length,
        Arrays.stream(more).toList(),
        leftovers);
  }

  public Putting sequence(long said) {
    return new Putting(key, expected, kind, doc, place, due, said, says, leftovers);
  }

  public Putting withLeftovers() {
    return new Putting(key, expected, kind, doc, place, due, sequence, says, true);
  }

  public Change put() {
    return new Change.Put(key, expected, kind, doc, place, due, null, sequence, says, leftovers);
  }

  /** Alone, under an id of its own. */
  public boolean to(Table table) {
    return together(table, put());
  }

  /** All in one write, under an id of its own. */
  public static boolean together(Table table, Change... changes) {
    return table.write(new Write(UUID.randomUUID().toString(), List.of(changes)));
  }

  /** The nth thing that somebody says about the key. */
  public static Unsent entry(String key, int sequence) {
    return new Unsent("users~" + key + "~" + sequence, "{\"" + key + "\":" + sequence + "}");
  }
}
