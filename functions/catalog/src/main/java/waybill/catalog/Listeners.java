package waybill.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Violation;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaLimits;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/** Which registered sagas begin, or are cancelled, by a contract, at whichever version. */
record Listeners(List<String> sagas) {
  private static final Kind<Listeners> LISTENERS = Kind.entry("listeners", Listeners.class);

  /** Why a definition can't be one more, with pointers into it. */
  static List<Violation> inTheWay(String saga, SagaDefinition definition, Sagas sagas, Rows rows) {
    return Stream.of(
            new At("/begins", definition.begins()), new At("/cancels", definition.cancels()))
        .filter(at -> at.contract != null && isFull(saga, at.contract.name(), sagas, rows))
        .map(At::tooMany)
        .toList();
  }

  private static boolean isFull(String saga, String contract, Sagas sagas, Rows rows) {
    Set<String> names = with(saga, row(contract, rows));
    return names.size() + sagas.builtInListeners(contract) > SagaLimits.LISTENING_MAX;
  }

  /** With one item for each contract that it has not listened to before. */
  static Commit joined(Commit commit, String saga, SagaDefinition definition, Rows rows) {
    Commit all = commit;
    for (String contract : definition.listensTo()) {
      Row<Listeners> row = row(contract, rows);
      Listeners after = new Listeners(List.copyOf(with(saga, row)));
      if (!row.value().equals(Optional.of(after))) all = all.and(row.put(after));
    }
    return all;
  }

  private static Set<String> with(String saga, Row<Listeners> row) {
    Set<String> names = new TreeSet<>(row.value().map(Listeners::sagas).orElse(List.of()));
    names.add(saga);
    return names;
  }

  private static Row<Listeners> row(String contract, Rows rows) {
    return rows.at(LISTENERS, contract);
  }

  private record At(String pointer, @Nullable ContractId contract) {
    Violation tooMany() {
      String says = SagaLimits.LISTENING_MAX + " sagas listen to " + contract + ", at any version";
      return new Violation(pointer, "too-many-sagas", says);
    }
  }
}
