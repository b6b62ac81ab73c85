package waybill.exchange.subscribe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.kit.Ids;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;

/**
 * Who is subscribed: the deployment's services, and whoever joined since. One partition of the
 * exchange's table; its stamp counts the changes, so that looking costs one small read where
 * nothing has changed.
 */
public final class Subscriptions {
  private static final String PARTITION = "subscriptions";
  private static final Key STAMP = new Key(PARTITION, "stamp");
  private static final String PLACES = "subscription~";
  private static final int MOST = 10_000;

  private final List<Subscription> members;
  private final Table table;
  private final Ids ids;
  private volatile View known;

  /** What the stamp's row keeps. */
  record Stamp(long version) {}

  /**
   * What stands under a name, also after it was removed: its number goes on.
   *
   * @param at the change that wrote it
   * @param said how often was said that it changed; null as long as it never was
   */
  record Kept(
      Subscription subscription, int number, boolean removed, long at, @Nullable Long said) {}

  /** What is to be written so that somebody says that a subscription has changed. */
  public interface Saying {
    /**
     * @param sequence how often was said so, this time included
     */
    Change of(long sequence);
  }

  public Subscriptions(Catalog builtIn, Table table, Ids ids) {
    this.members =
        builtIn.services().stream()
            .map(service -> Subscription.ofMember(service.name(), service.consumes()))
            .toList();
    this.table = table;
    this.ids = ids;
    this.known = new View(0, members);
  }

  /** As it is now. */
  public View now() {
    long version = stamp().value() == null ? 0 : stamp().required().version();
    View view = known;
    if (view.version() == version) return view;
    View read = read();
    known = read;
    return read;
  }

  /** What was seen last, unless somebody has seen later. */
  public View atLeast(long version) {
    View view = known;
    return view.version() >= version ? view : now();
  }

  public boolean isMember(String name) {
    return members.stream().anyMatch(one -> one.name().equals(name));
  }

  private Cell<Stamp> stamp() {
    return Cell.read(table, STAMP, Stamp.class);
  }

  private View read() {
    List<Subscription> all = new ArrayList<>(members);
    long stamp = 0;
    long last = 0;
    for (Item item : table.under(PARTITION, "", MOST)) {
      if (item.key().equals(STAMP)) stamp = Cell.of(item, Stamp.class).required().version();
      else {
        Kept kept = Cell.of(item, Kept.class).required();
        last = Math.max(last, kept.at());
        if (!kept.removed()) all.add(kept.subscription());
      }
    }
    // A query sees single items, not transactions: half a change is not yet that change.
    return new View(Math.min(stamp, last), all);
  }

  private Cell<Kept> cell(String name) {
    return Cell.read(table, new Key(PARTITION, PLACES + name), Kept.class);
  }

  public Optional<Subscription> find(String name) {
    return Optional.ofNullable(cell(name).value())
        .filter(kept -> !kept.removed())
        .map(Kept::subscription);
  }

  /** The id of one that would join under this name now. */
  public String nextId(String name) {
    Kept kept = cell(name).value();
    return kept == null ? name : name + "." + (kept.number() + 1);
  }

  /** False if somebody changed one meanwhile: then all is to be decided again. */
  public boolean put(Subscription subscription) {
    return put(subscription, List.of(), null);
  }

  /**
   * @param also what is written together with it
   * @param saying null where it takes what it took
   */
  public boolean put(Subscription subscription, List<Change> also, @Nullable Saying saying) {
    Cell<Kept> at = cell(subscription.name());
    Kept kept = at.value();
    int number =
        kept == null
            ? 1
            : kept.subscription().id().equals(subscription.id())
                ? kept.number()
                : kept.number() + 1;
    return write(at, subscription, number, false, also, saying);
  }

  /** Joining again is another subscription, so what is left remembers the name's number. */
  public boolean remove(Subscription subscription, List<Change> also, Saying saying) {
    Cell<Kept> at = cell(subscription.name());
    Kept kept = at.value();
    if (kept == null || kept.removed()) return true;
    return write(at, kept.subscription(), kept.number(), true, also, saying);
  }

  private boolean write(
      Cell<Kept> at,
      Subscription subscription,
      int number,
      boolean removed,
      List<Change> also,
      @Nullable Saying saying) {
    Cell<Stamp> stamp = stamp();
    long version = 1 + (stamp.value() == null ? 0 : stamp.required().version());
    List<Change> changes = new ArrayList<>(also);
    Kept kept = at.value();
    Long said = kept == null ? null : kept.said();
    if (saying != null) {
      said = 1 + (said == null ? 0 : said);
      changes.add(saying.of(said));
    }
    changes.add(at.put(new Kept(subscription, number, removed, version, said), null, null));
    changes.add(stamp.put(new Stamp(version), null, null));
    return table.write(new Write(ids.next(), changes));
  }
}
