package waybill.exchange.subscribe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.ServiceEntry;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;
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
  /** Who listens to what sagas hear. */
  public static final String COORDINATOR = "sagas";

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
    this.members = builtIn.services().stream().map(service -> ofMember(service, builtIn)).toList();
    this.table = table;
    this.ids = ids;
    this.known = new View(0, members);
  }

  private static Subscription ofMember(ServiceEntry service, Catalog builtIn) {
    Subscription member = Subscription.ofMember(service.name(), service.consumes());
    if (!service.name().equals(COORDINATOR)) return member;
    Set<ContractId> heard = new TreeSet<>();
    for (SagaId id : builtIn.sagas()) heard.addAll(SagaFile.read(builtIn.saga(id)).hears());
    return member.taking(heard);
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
    List<Subscription> all = new ArrayList<>();
    Map<String, Subscription> ours = new LinkedHashMap<>();
    members.forEach(one -> ours.put(one.name(), one));
    long stamp = 0;
    long last = 0;
    for (Item item : table.under(PARTITION, "", MOST)) {
      if (item.key().equals(STAMP)) stamp = Cell.of(item, Stamp.class).required().version();
      else {
        Kept kept = Cell.of(item, Kept.class).required();
        last = Math.max(last, kept.at());
        Subscription one = kept.subscription();
        if (isMember(one.name()))
          ours.computeIfPresent(one.name(), (n, m) -> m.taking(one.takes()));
        else if (!kept.removed()) all.add(one);
      }
    }
    // A query sees single items, not transactions: half a change is not yet that change.
    all.addAll(0, ours.values());
    return new View(Math.min(stamp, last), all);
  }

  private Cell<Kept> cell(String name) {
    return Cell.read(table, new Key(PARTITION, PLACES + name), Kept.class);
  }

  /** One that somebody has put: what stands there of a member only widens what it takes anyway. */
  public Optional<Subscription> find(String name) {
    return Optional.ofNullable(cell(name).value())
        .filter(kept -> !kept.removed() && !isMember(name))
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

  /**
   * What is to be written so that a member gets these too; nothing if it does anyway.
   *
   * @param telling with all that it takes from then on
   */
  public List<Change> widened(
      String member, Collection<ContractId> more, Function<Subscription, Saying> telling) {
    Subscription deployed =
        members.stream().filter(one -> one.name().equals(member)).findFirst().orElseThrow();
    Cell<Kept> at = cell(member);
    Kept kept = at.value();
    Subscription extra =
        kept == null ? Subscription.ofMember(member, List.of()) : kept.subscription();
    Subscription before = deployed.taking(extra.takes());
    Subscription after = before.taking(more);
    return after.equals(before)
        ? List.of()
        : changes(at, extra.taking(more), 1, false, List.of(), telling.apply(after));
  }

  private boolean write(
      Cell<Kept> at,
      Subscription subscription,
      int number,
      boolean removed,
      List<Change> also,
      @Nullable Saying saying) {
    return table.write(
        new Write(ids.next(), changes(at, subscription, number, removed, also, saying)));
  }

  private List<Change> changes(
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
    return List.copyOf(changes);
  }
}
