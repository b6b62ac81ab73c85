package waybill.catalog;

import static waybill.contracts.catalog.ServiceContracts.SERVICE_CHANGED;
import static waybill.kit.commit.Commit.commit;

import java.time.Clock;
import java.util.Optional;
import waybill.contracts.catalog.ServiceChange;
import waybill.contracts.catalog.ServiceState;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/** Who is here: a heartbeat renews a lease, and the worker ends those that nobody renewed. */
final class Leases {
  private final Rows rows;
  private final Feed feed;
  private final Clock clock;

  Leases(Rows rows, Clock clock) {
    this.rows = rows;
    this.feed = new Feed(rows);
    this.clock = clock;
  }

  Row<Lease> of(String service) {
    return rows.at(Lease.LEASE, service);
  }

  /** The lease as the changed service asks for it; one that has ended waits for a heartbeat. */
  Optional<Lease> after(OutsideService before, OutsideService after) {
    Integer seconds = after.leaseSeconds();
    if (seconds == null) return Optional.empty();
    Optional<Lease> known = of(after.name()).value();
    boolean stays = seconds.equals(before.leaseSeconds()) || after.isGone();
    return known.filter(lease -> stays).or(() -> Optional.of(Lease.from(clock.instant(), seconds)));
  }

  Commit moved(Commit commit, String service, Optional<Lease> lease) {
    Row<Lease> row = of(service);
    if (lease.equals(row.value())) return commit;
    return commit.and(lease.isPresent() ? row.put(lease.get()) : row.remove());
  }

  /** One that changes nothing but the lease is not said to anybody. */
  Commit renewed(Row<OutsideService> row, OutsideService service, Lease renewed) {
    Commit renewal = commit(of(service.name()).put(renewed));
    return service.isGone()
        ? and(renewal, row, service.in(ServiceState.HERE), ServiceChange.BACK)
        : renewal;
  }

  /** Nothing happens to a lease that was renewed in the meantime, or has ended before. */
  Commit ended(String name) {
    Row<Lease> row = of(name);
    Optional<Lease> lease = row.value().filter(one -> one.isOver(clock.instant()));
    if (lease.isEmpty()) return Commit.nothing();
    Row<OutsideService> service = rows.at(OutsideService.SERVICE, name);
    Commit end = commit(row.put(lease.get().atItsEnd()));
    return service
        .value()
        .filter(one -> !one.isGone())
        .map(one -> and(end, service, one.in(ServiceState.GONE), ServiceChange.GONE))
        .orElse(end);
  }

  private Commit and(
      Commit commit, Row<OutsideService> row, OutsideService service, ServiceChange change) {
    var said = service.said(change, clock.instant());
    return feed.with(said, commit.and(row.put(service).saying(SERVICE_CHANGED, said)));
  }
}
