package waybill.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import waybill.contracts.ContractId;
import waybill.contracts.exchange.SubscriptionChanged;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/**
 * Which outside services use a contract, and at which versions: the reverse of what they say, and
 * of what their subscriptions take.
 */
record Uses(Map<String, List<Integer>> versionsByService) {
  private static final Kind<Uses> USES = Kind.entry("uses", Uses.class);

  static Uses of(String contract, Rows rows) {
    return row(contract, rows).value().orElse(new Uses(Map.of()));
  }

  /** Beside what the service itself says. */
  static String bySubscription(SubscriptionChanged told) {
    return told.service() + "~" + told.name();
  }

  /** Who uses it, whether it says so or is subscribed. */
  static String serviceOf(String user) {
    return user.split("~", 2)[0];
  }

  /** The names of those that were registered. */
  List<String> sagas() {
    String prefix = Saga.user("");
    return versionsByService.keySet().stream()
        .filter(user -> user.startsWith(prefix))
        .map(user -> user.substring(prefix.length()))
        .toList();
  }

  /**
   * Leaves the uses as they are and makes who changes them at this moment decide again: so nobody
   * comes to use a version in the same moment in which it is retired.
   */
  static Draft<Uses> asTheyAre(String contract, Rows rows) {
    Row<Uses> row = row(contract, rows);
    return row.put(row.value().orElse(new Uses(Map.of())));
  }

  /**
   * One item for each contract that a service takes up or lays down. It is read before the contract
   * is looked at, so that a version that is retired between the two is noticed.
   */
  static Commit moved(String service, List<ContractId> before, List<ContractId> after, Rows rows) {
    Map<String, List<Integer>> was = byName(before);
    Map<String, List<Integer>> is = byName(after);
    TreeSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    Commit all = Commit.nothing();
    for (String name : names) {
      List<Integer> versions = is.getOrDefault(name, List.of());
      if (!versions.equals(was.getOrDefault(name, List.of())))
        all = all.and(put(name, service, versions, rows));
    }
    return all;
  }

  private static Draft<Uses> put(
      String contract, String service, List<Integer> versions, Rows rows) {
    Row<Uses> row = row(contract, rows);
    TreeMap<String, List<Integer>> uses =
        new TreeMap<>(row.value().map(Uses::versionsByService).orElse(Map.of()));
    if (versions.isEmpty()) uses.remove(service);
    else uses.put(service, versions);
    return row.put(new Uses(uses));
  }

  private static Map<String, List<Integer>> byName(List<ContractId> ids) {
    Map<String, List<Integer>> byName = new TreeMap<>();
    for (ContractId id : new TreeSet<>(ids))
      byName.computeIfAbsent(id.name(), name -> new ArrayList<>()).add(id.version());
    return byName;
  }

  private static Row<Uses> row(String contract, Rows rows) {
    return rows.at(USES, contract);
  }
}
