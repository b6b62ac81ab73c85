package waybill.exchange;

import static waybill.kit.inbox.Reaction.commit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.contracts.ContractId;
import waybill.contracts.Example;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.Step;
import waybill.kit.Service;
import waybill.kit.commit.Kind;
import waybill.kit.inbox.Delivery;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;

/**
 * Stands for a service that some saga commands and that is not looked at here: it does whatever it
 * is told, and answers with an example of the reply.
 */
final class Bystander {
  private static final Kind<Done> DONE = Kind.entity("done", Done.class);

  record Done(String saga) {}

  /** Whoever is commanded by a saga of this deployment. */
  static Set<String> commanded(Catalog catalog) {
    Set<String> owners = new TreeSet<>();
    sagas(catalog).forEach(saga -> saga.tells().forEach(command -> owners.add(command.owner())));
    return owners;
  }

  static Inbox inbox(Service service) {
    return Inbox.of().others(command -> done(service, command));
  }

  private static Reaction done(Service service, Delivery<JsonNode> command) {
    ContractId reply = reply(service.catalog(), command.message().contract());
    return commit(
        service
            .rows()
            .at(DONE, command.key())
            .put(new Done(command.key()))
            .saying(
                Contract.of(reply.toString(), JsonNode.class), example(service.catalog(), reply)));
  }

  private static ContractId reply(Catalog catalog, ContractId command) {
    return sagas(catalog)
        .flatMap(saga -> saga.steps().stream())
        .flatMap(step -> answers(step, command))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no saga waits for an answer to " + command));
  }

  private static Stream<ContractId> answers(Step step, ContractId command) {
    Stream<ContractId> done =
        step.told().command().equals(command) ? step.done().stream() : Stream.of();
    Stream<ContractId> undone =
        step.undoing()
            .filter(undo -> undo.told().command().equals(command))
            .map(undo -> undo.done().stream())
            .orElseGet(Stream::of);
    return Stream.concat(done, undone);
  }

  private static JsonNode example(Catalog catalog, ContractId reply) {
    return catalog.examples(reply).stream()
        .filter(Example::valid)
        .findFirst()
        .orElseThrow()
        .document();
  }

  private static Stream<SagaDefinition> sagas(Catalog catalog) {
    return catalog.sagas().stream().map(id -> SagaFile.read(catalog.saga(id)));
  }

  private Bystander() {}
}
