package waybill.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Kind;
import waybill.contracts.Violation;

/** Checks what a service says that it provides and consumes. */
final class Declarations {
  private final Contracts contracts;

  Declarations(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Only what is new is checked: what was said once holds, whatever became of the contract. */
  List<Violation> violations(OutsideService before, OutsideService after) {
    List<Violation> found = new ArrayList<>();
    each("/provides/", before.provides(), after.provides())
        .forEach(one -> providing(after.name(), one.id).ifPresent(why -> found.add(one.is(why))));
    each("/consumes/", before.consumes(), after.consumes())
        .forEach(one -> consuming(after.name(), one.id).ifPresent(why -> found.add(one.is(why))));
    return List.copyOf(found);
  }

  private record Declared(String pointer, ContractId id) {
    Violation is(Why why) {
      return new Violation(pointer, why.rule, why.says);
    }
  }

  private enum Why {
    UNKNOWN("unknown-version", "no such contract version is known here"),
    NOT_ITS_OWN("not-its-own", "only the owner provides a contract"),
    ITS_OWN("its-own", "an owner does not consume its own contract"),
    NO_READER("no-reader", "the contract does not name the service among its readers"),
    NO_SENDER("no-sender", "the contract does not name the service among its senders"),
    NOT_EXCHANGED("not-exchanged", "documents of this kind are not exchanged with services");

    private final String rule;
    private final String says;

    Why(String rule, String says) {
      this.rule = rule;
      this.says = says;
    }
  }

  private static Stream<Declared> each(
      String pointer, List<ContractId> before, List<ContractId> after) {
    return IntStream.range(0, after.size())
        .filter(at -> !before.contains(after.get(at)))
        .mapToObj(at -> new Declared(pointer + at, after.get(at)));
  }

  private Optional<Why> providing(String service, ContractId id) {
    if (!id.owner().equals(service)) return Optional.of(Why.NOT_ITS_OWN);
    return contracts.has(id) ? Optional.empty() : Optional.of(Why.UNKNOWN);
  }

  private Optional<Why> consuming(String service, ContractId id) {
    if (id.owner().equals(service)) return Optional.of(Why.ITS_OWN);
    if (!contracts.has(id)) return Optional.of(Why.UNKNOWN);
    return contracts.definition(id.name()).flatMap(definition -> using(service, definition));
  }

  /** Control belongs to the exchange, and a type is never sent by itself. */
  static boolean isExchanged(Kind kind) {
    return kind != Kind.CONTROL && kind != Kind.TYPE;
  }

  static boolean mayUse(String service, Definition definition) {
    return definition.owner().equals(service) || using(service, definition).isEmpty();
  }

  /** An empty list names every service. */
  private static Optional<Why> using(String service, Definition definition) {
    return switch (definition.kind()) {
      case EVENT, REPLY, RESPONSE -> unless(names(definition.readers(), service), Why.NO_READER);
      case COMMAND, REQUEST -> unless(names(definition.senders(), service), Why.NO_SENDER);
      case CONTROL, TYPE -> Optional.of(Why.NOT_EXCHANGED);
    };
  }

  private static boolean names(List<String> services, String service) {
    return services.isEmpty() || services.contains(service);
  }

  private static Optional<Why> unless(boolean allowed, Why why) {
    return allowed ? Optional.empty() : Optional.of(why);
  }
}
