package waybill.exchange.hear;

import static waybill.contracts.catalog.CatalogContracts.CONTRACT_CHANGED;
import static waybill.contracts.catalog.CatalogContracts.SAGA_REGISTERED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_RETIRED;
import static waybill.contracts.catalog.ServiceContracts.SERVICE_CHANGED;
import static waybill.kit.inbox.Inbox.on;
import static waybill.kit.inbox.Reaction.commit;
import static waybill.kit.inbox.Reaction.nothing;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.ServiceChanged;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.catalog.VersionRetired;
import waybill.exchange.hear.Copies.Latest;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Row;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;

/** What the exchange listens to: what the catalog says of contracts, services and sagas. */
public final class CatalogInbox {
  private final Copies copies;
  private final Widening widening;

  public CatalogInbox(Copies copies, Widening widening) {
    this.copies = copies;
    this.widening = widening;
  }

  public Inbox inbox() {
    return Inbox.of(
        on(CONTRACT_CHANGED, m -> changed(m.data())),
        on(VERSION_REGISTERED, m -> registered(m.data())),
        on(VERSION_RETIRED, m -> retired(m.data())),
        on(SERVICE_CHANGED, m -> bound(m.data())),
        on(SAGA_REGISTERED, m -> widening.by(m.data())));
  }

  public Reaction changed(ContractChanged told) {
    Row<ContractChanged> row = copies.contract(told.contract());
    boolean isOlder =
        row.value().filter(known -> told.changedAt().isBefore(known.changedAt())).isPresent();
    return isOlder ? nothing() : commit(row.put(told));
  }

  /** What a version is never changes. */
  public Reaction registered(VersionRegistered told) {
    Row<VersionRegistered> row = copies.version(told.contract(), told.number());
    if (row.exists()) return nothing();
    Row<Latest> latest = copies.latest(told.contract());
    Commit copy = Commit.commit(row.put(told));
    boolean isOlder = latest.value().filter(known -> known.number() > told.number()).isPresent();
    return new Reaction.Effect(isOlder ? copy : copy.and(latest.put(new Latest(told.number()))));
  }

  public Reaction retired(VersionRetired told) {
    return once(copies.retired(told.contract(), told.number()), told);
  }

  /** Its clients are listed by client too, so that who asks is known by one read. */
  public Reaction bound(ServiceChanged told) {
    Row<ServiceChanged> row = copies.service(told.name());
    Optional<ServiceChanged> known = row.value();
    if (known.filter(before -> told.changedAt().isBefore(before.changedAt())).isPresent())
      return nothing();
    Set<String> before = known.map(CatalogInbox::clients).orElse(Set.of());
    Set<String> now = clients(told);
    Commit commit = Commit.commit(row.put(told));
    for (String client : now)
      if (!before.contains(client)) commit = commit.and(moved(client, b -> b.with(told.name())));
    for (String client : before)
      if (!now.contains(client)) commit = commit.and(moved(client, b -> b.without(told.name())));
    return new Reaction.Effect(commit);
  }

  private Draft<Bound> moved(String client, UnaryOperator<Bound> change) {
    Row<Bound> row = copies.bound(client);
    return row.put(change.apply(row.value().orElse(Bound.NONE)));
  }

  private static Set<String> clients(ServiceChanged told) {
    return told.clientIds() == null ? Set.of() : Set.copyOf(told.clientIds());
  }

  private static <T> Reaction once(Row<T> row, T told) {
    return row.exists() ? nothing() : commit(row.put(told));
  }
}
