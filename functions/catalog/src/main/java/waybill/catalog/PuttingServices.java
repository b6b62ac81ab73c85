package waybill.catalog;

import static waybill.catalog.ServicesProblem.BAD_BASE_URL;
import static waybill.catalog.ServicesProblem.BAD_DECLARATION;
import static waybill.catalog.ServicesProblem.BAD_SERVICE_NAME;
import static waybill.catalog.ServicesProblem.CLIENT_TAKEN;
import static waybill.catalog.ServicesProblem.REGISTRY_FULL;
import static waybill.contracts.catalog.ServiceContracts.SERVICE_CHANGED;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.problem.Problem.FORBIDDEN;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Violation;
import waybill.contracts.catalog.PutService;
import waybill.contracts.catalog.ServiceChange;
import waybill.contracts.catalog.ShownService;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.problem.Refusal;

/** Lets services in and changes them: the entry and all that is looked up by it in one commit. */
final class PuttingServices {
  private final Registry registry;
  private final Declarations declarations;
  private final Leases leases;
  private final Feed feed;
  private final Rows rows;
  private final Clock clock;

  PuttingServices(
      Registry registry, Declarations declarations, Leases leases, Rows rows, Clock clock) {
    this.registry = registry;
    this.declarations = declarations;
    this.leases = leases;
    this.feed = new Feed(rows);
    this.rows = rows;
    this.clock = clock;
  }

  /** The caller is an operator, or a client that is bound to the service. */
  Answer<ShownService> put(String name, PutService request, boolean operator) {
    if (!Names.isName(name))
      return refused(
          BAD_SERVICE_NAME.because(
              "a lower-case letter, then at most 63 of them, digits and hyphens; not 'changes'"));
    Row<OutsideService> row = registry.outside(name);
    OutsideService before = row.value().orElse(OutsideService.registered(name, empty()));
    OutsideService after = before.put(request);
    if (!operator && !sameClients(before, after))
      return refused(FORBIDDEN.because("operators change client ids"));
    Commit uses = Uses.moved(name, before.consumes(), after.consumes(), rows);
    Optional<Refusal> refusal =
        refusal(row.exists(), before, after).or(() -> clientTaken(name, request.clientIds()));
    if (refusal.isPresent()) return refused(refusal.get());
    Entry entry = new Entry(row, before, after, leases.after(before, after), uses);
    return row.exists() ? changed(entry) : registered(entry);
  }

  private static PutService empty() {
    return new PutService("", List.of(), List.of(), List.of(), null, null);
  }

  private Optional<Refusal> refusal(boolean known, OutsideService before, OutsideService after) {
    if (!known && Directory.of(Directory.SERVICES, rows).isFull())
      return Optional.of(REGISTRY_FULL.because("at most " + Directory.NAMES_MAX + " are taken"));
    String url = after.baseUrl();
    if (url != null && !BaseUrl.isOne(url)) return Optional.of(BAD_BASE_URL.at("/base_url"));
    List<Violation> declared = declarations.violations(before, after);
    if (!declared.isEmpty()) return Optional.of(new Refusal(BAD_DECLARATION, null, null, declared));
    return Optional.empty();
  }

  private Optional<Refusal> clientTaken(String name, @Nullable List<String> clients) {
    if (clients == null) return Optional.empty();
    return IntStream.range(0, clients.size())
        .filter(at -> isTaken(clients.get(at), name))
        .mapToObj(at -> CLIENT_TAKEN.at("/client_ids/" + at))
        .findFirst();
  }

  private boolean isTaken(String client, String by) {
    return registry.servicesOf(client).stream().anyMatch(service -> !service.equals(by));
  }

  /**
   * An entry that is to be written.
   *
   * @param uses what its commit begins with
   */
  private record Entry(
      Row<OutsideService> row,
      OutsideService before,
      OutsideService after,
      Optional<Lease> lease,
      Commit uses) {

    /** Whoever may put a service may see all of it. */
    ShownService view() {
      Optional<Lease> running = lease.filter(one -> !one.ended());
      return Views.to(after.view(), running.map(Lease::endsAt).orElse(null), after.clientIds());
    }
  }

  private Answer<ShownService> registered(Entry entry) {
    String name = entry.after.name();
    Commit commit =
        moved(entry, ServiceChange.REGISTERED).and(Directory.with(name, Directory.SERVICES, rows));
    return created("/services/" + name, entry.view(), commit);
  }

  private Answer<ShownService> changed(Entry entry) {
    return entry.before.equals(entry.after)
        ? ok(entry.view())
        : ok(entry.view(), moved(entry, ServiceChange.CHANGED));
  }

  private Commit moved(Entry entry, ServiceChange change) {
    var said = entry.after.said(change, clock.instant());
    Commit commit = entry.uses.and(entry.row.put(entry.after).saying(SERVICE_CHANGED, said));
    commit = clientsMoved(feed.with(said, commit), entry.before, entry.after);
    return leases.moved(commit, entry.after.name(), entry.lease);
  }

  private Commit clientsMoved(Commit commit, OutsideService before, OutsideService after) {
    Commit all = commit;
    for (String client : without(after, before))
      all = all.and(rows.at(ClientOwner.CLIENT, client).put(new ClientOwner(after.name())));
    for (String client : without(before, after))
      all = all.and(rows.at(ClientOwner.CLIENT, client).remove());
    return all;
  }

  private static Set<String> without(OutsideService one, OutsideService other) {
    TreeSet<String> clients = new TreeSet<>(one.clientIds());
    other.clientIds().forEach(clients::remove);
    return clients;
  }

  private static boolean sameClients(OutsideService before, OutsideService after) {
    return without(before, after).isEmpty() && without(after, before).isEmpty();
  }
}
