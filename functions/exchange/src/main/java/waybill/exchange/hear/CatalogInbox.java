package waybill.exchange.hear;

import static waybill.contracts.catalog.CatalogContracts.CONTRACT_CHANGED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_RETIRED;
import static waybill.kit.inbox.Inbox.on;
import static waybill.kit.inbox.Reaction.commit;
import static waybill.kit.inbox.Reaction.nothing;

import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.catalog.VersionRetired;
import waybill.kit.commit.Row;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;

/** What the exchange listens to: what the catalog says of contracts. */
public final class CatalogInbox {
  private final Copies copies;

  public CatalogInbox(Copies copies) {
    this.copies = copies;
  }

  public Inbox inbox() {
    return Inbox.of(
        on(CONTRACT_CHANGED, m -> changed(m.data())),
        on(VERSION_REGISTERED, m -> registered(m.data())),
        on(VERSION_RETIRED, m -> retired(m.data())));
  }

  public Reaction changed(ContractChanged told) {
    Row<ContractChanged> row = copies.contract(told.contract());
    boolean isOlder =
        row.value().filter(known -> told.changedAt().isBefore(known.changedAt())).isPresent();
    return isOlder ? nothing() : commit(row.put(told));
  }

  /** What a version is never changes. */
  public Reaction registered(VersionRegistered told) {
    return once(copies.version(told.contract(), told.number()), told);
  }

  public Reaction retired(VersionRetired told) {
    return once(copies.retired(told.contract(), told.number()), told);
  }

  private static <T> Reaction once(Row<T> row, T told) {
    return row.exists() ? nothing() : commit(row.put(told));
  }
}
