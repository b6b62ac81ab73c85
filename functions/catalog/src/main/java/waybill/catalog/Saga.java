package waybill.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.SagaSummary;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/**
 * A saga that was registered.
 *
 * @param owner who registered it first
 * @param uses what its versions hear and tell: a saga goes on under the version it began with
 */
record Saga(
    String name, String owner, String summary, List<Version> versions, List<ContractId> uses) {
  /** Who carries sagas out. */
  static final String COORDINATOR = "sagas";

  static final int VERSIONS_MAX = 200;

  /** An item is found by its id alone, so a saga's differs from all services' and contracts'. */
  private static final String PREFIX = "saga_";

  private static final Kind<Saga> SAGA = Kind.entity("saga", Saga.class);

  record Version(int number, String hash, Instant registeredAt) {}

  static Row<Saga> row(String name, Rows rows) {
    return rows.at(SAGA, PREFIX + name);
  }

  /** Beside what the coordinator itself says. */
  static String user(String name) {
    return COORDINATOR + "~" + PREFIX + name;
  }

  Optional<Version> version(int number) {
    return versions.stream().filter(one -> one.number == number).findFirst();
  }

  Optional<Version> withContent(String hash) {
    return versions.stream().filter(one -> one.hash.equals(hash)).findFirst();
  }

  int latest() {
    return versions.size();
  }

  Saga adding(Version version, String summary, Iterable<ContractId> using) {
    List<Version> more = new ArrayList<>(versions);
    more.add(version);
    TreeSet<ContractId> all = new TreeSet<>(uses);
    using.forEach(all::add);
    return new Saga(name, owner, summary, List.copyOf(more), List.copyOf(all));
  }

  SagaSummary summarised() {
    return new SagaSummary(name, owner, summary, latest(), false);
  }
}
