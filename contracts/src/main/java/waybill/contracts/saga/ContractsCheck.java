package waybill.contracts.saga;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Kind;
import waybill.contracts.Local;
import waybill.contracts.Registered;

/** Whether the contracts that a definition names are there, and may be used like that. */
final class ContractsCheck {
  private static final String SAGAS = "sagas";

  private final Registered contracts;
  private final Found found;

  ContractsCheck(Registered contracts, Found found) {
    this.contracts = contracts;
    this.found = found;
  }

  void check(SagaDefinition definition, List<Spot> spots) {
    begins("/begins", definition.begins());
    if (definition.cancels() != null) {
      begins("/cancels", definition.cancels());
      inOrder(definition.begins(), definition.cancels());
    }
    for (Spot spot : spots) {
      Step step = spot.step();
      exchange(spot.pointer(), step.told(), step.done(), step.refused());
      step.undoing()
          .ifPresent(
              undo -> exchange(spot.pointer() + "/undo", undo.told(), undo.done(), undo.refused()));
    }
    closing("/completed/", definition.completed());
    closing("/undone/", definition.undone());
  }

  private void begins(String at, ContractId id) {
    Optional<Definition> known = known(at, id);
    if (known.isEmpty()) return;
    Kind kind = known.get().kind();
    if (kind != Kind.EVENT && kind != Kind.COMMAND)
      found.add(at, "wrong-kind", id + " is neither an event nor a command");
    else if (!known.get().readers().contains(SAGAS) && !known.get().owner().equals(SAGAS))
      found.add(at, "not-a-reader", id + " does not name sagas among its readers");
  }

  /** Only what one service says keeps its order: a cancel that comes first would be lost. */
  private void inOrder(ContractId begins, ContractId cancels) {
    Optional<Definition> first = contracts.definition(begins.name());
    Optional<Definition> second = contracts.definition(cancels.name());
    if (first.isEmpty() || second.isEmpty()) return;
    Set<String> all = new TreeSet<>(first.get().senders());
    all.addAll(second.get().senders());
    if (all.size() > 1)
      found.add(
          "/cancels",
          "another-sender",
          "what begins and what cancels is said by one service; these may be said by " + all);
  }

  private void exchange(String at, Told told, Set<ContractId> done, Set<ContractId> refused) {
    command(at + "/command", told.command());
    answers(at + "/done", told, done);
    answers(at + "/refused", told, refused);
    // Whatever the version: one is taken as another.
    for (ContractId id : new TreeSet<>(refused))
      if (done.stream().anyMatch(one -> one.name().equals(id.name())))
        found.add(at + "/refused", "done-and-refused", id.name() + " means done and refused");
  }

  private void closing(String at, List<Told> told) {
    for (int i = 0; i < told.size(); i++) command(at + i + "/command", told.get(i).command());
  }

  private void command(String at, ContractId id) {
    Optional<Definition> known = known(at, id);
    if (known.isEmpty()) return;
    if (known.get().kind() != Kind.COMMAND) found.add(at, "wrong-kind", id + " is no command");
    else if (!known.get().senders().contains(SAGAS))
      found.add(at, "not-a-sender", id + " does not name sagas among its senders");
  }

  /** They stand in the document in an order that is of no meaning. */
  private void answers(String at, Told told, Set<ContractId> replies) {
    for (ContractId id : new TreeSet<>(replies)) {
      Optional<Definition> known = known(at, id);
      if (known.isEmpty()) continue;
      if (known.get().kind() != Kind.REPLY) found.add(at, "wrong-kind", id + " is no reply");
      else if (!known.get().readers().contains(SAGAS))
        found.add(at, "not-a-reader", id + " does not name sagas among its readers");
      if (!id.owner().equals(told.command().owner()))
        found.add(
            at, "another-owner", id + " is not of " + told.command().owner() + ", who is asked");
    }
  }

  private Optional<Definition> known(String at, ContractId id) {
    Optional<Definition> known =
        contracts.schema(id).flatMap(schema -> contracts.definition(id.name()));
    if (known.isEmpty()) found.add(at, "unknown-contract", "there is no " + id);
    if (contracts.schema(id).filter(Local::hasAnchors).isPresent())
      found.add(at, "not-proved", id + " has an $id or anchors, which are not followed");
    return known;
  }
}
