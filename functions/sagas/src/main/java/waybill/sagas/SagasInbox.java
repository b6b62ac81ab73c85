package waybill.sagas;

import static waybill.contracts.catalog.CatalogContracts.SAGA_REGISTERED;
import static waybill.contracts.catalog.ServiceContracts.SERVICE_CHANGED;
import static waybill.kit.inbox.Inbox.on;
import static waybill.kit.inbox.Reaction.refuse;
import static waybill.sagas.SagasProblem.UNKNOWN_SAGA;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Row;
import waybill.kit.inbox.Delivery;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.sagas.course.Course;
import waybill.sagas.course.Heard;
import waybill.sagas.course.Saga;
import waybill.sagas.course.Transition;
import waybill.sagas.define.Copies;
import waybill.sagas.define.Definitions;
import waybill.sagas.define.Known;

/** What the coordinator listens to: whatever the definitions name, known only while it runs. */
final class SagasInbox {
  private static final String SERVICE = "sagas";

  /** A saga as it was read, and what becomes of it. */
  private record Moved(Row<Saga> row, Transition transition) {}

  private final Sagas sagas;
  private final Definitions definitions;
  private final Copies copies;
  private final Clients clients;
  private final Clock clock;

  SagasInbox(Sagas sagas, Definitions definitions, Copies copies, Clients clients, Clock clock) {
    this.sagas = sagas;
    this.definitions = definitions;
    this.copies = copies;
    this.clients = clients;
    this.clock = clock;
  }

  Inbox inbox() {
    return Inbox.of(
            on(SAGA_REGISTERED, copies::registered),
            on(SERVICE_CHANGED, told -> clients.changed(told.data())))
        .others(this::heard);
  }

  /** A reply answers and does nothing else; any other message may begin and cancel sagas. */
  private Reaction heard(Delivery<JsonNode> delivery) {
    Message message = delivery.message();
    Heard heard = new Heard(delivery.id(), message.contract(), delivery.data());
    if (!definitions.isReply(message.contract())) return others(message, heard);
    return answered(message, heard)
        .map(moved -> effect(List.of(moved), message))
        .orElseGet(() -> refuse(UNKNOWN_SAGA.because("no saga has asked for this reply")));
  }

  /** What it answers is named by its cause: a command of this service, by saga and sequence. */
  private Optional<Moved> answered(Message message, Heard heard) {
    String cause = message.causation();
    if (cause == null || !MessageId.isId(cause)) return Optional.empty();
    MessageId command = MessageId.parse(cause);
    if (!command.source().equals(SERVICE)) return Optional.empty();
    Row<Saga> row = sagas.at(command.key());
    Instant now = clock.instant();
    return row.value()
        .map(saga -> new Moved(row, course(saga).heard(saga, command.sequence(), heard, now)));
  }

  private Reaction others(Message message, Heard heard) {
    Definitions.Listeners listeners = definitions.listenersTo(heard);
    // What was registered a moment ago may be heard of in a moment: then it is tried again.
    if (listeners.isEmpty())
      throw new IllegalStateException("no definition listens to " + message.contract() + " yet");
    Map<String, Moved> moved = new LinkedHashMap<>();
    for (Definitions.Beginning one : listeners.begun()) {
      String id = idOf(one.known(), heard);
      moved.put(id, begun(id, one, heard, message));
    }
    for (Known known : listeners.cancelled())
      cancelled(known, heard).ifPresent(one -> moved.putIfAbsent(idOf(known, heard), one));
    return moved.isEmpty()
        ? refuse(UNKNOWN_SAGA.because("no saga has begun by this key"))
        : effect(List.copyOf(moved.values()), message);
  }

  private static String idOf(Known known, Heard heard) {
    return SagaKey.of(known.id().name(), heard.id().key());
  }

  private Moved begun(String id, Definitions.Beginning beginning, Heard heard, Message message) {
    Instant now = clock.instant();
    Row<Saga> row = sagas.at(id);
    Course course = definitions.course(beginning.known());
    return new Moved(
        row,
        row.value()
            .map(saga -> course(saga).begunAgain(saga, heard, now))
            .orElseGet(
                () -> course.begin(id, heard, beginning.hindrance(), Origin.of(message), now)));
  }

  /** Whether the version that the saga follows can be cancelled so is what counts. */
  private Optional<Moved> cancelled(Known known, Heard heard) {
    Row<Saga> row = sagas.at(idOf(known, heard));
    return row.value()
        .filter(saga -> saga.definition().equals(known.id()))
        .map(saga -> new Moved(row, course(saga).cancelled(saga, heard, clock.instant())));
  }

  private Course course(Saga saga) {
    return definitions.course(saga.definition());
  }

  private Reaction effect(List<Moved> moved, Message message) {
    Commit commit = Commit.nothing();
    for (Moved one : moved) commit = sagas.and(commit, one.row(), one.transition());
    if (moved.size() > 1) return new Reaction.Effect(commit);
    Saga only = moved.get(0).transition().saga();
    return new Reaction.Effect(commit.belongingTo(lineage(only, message)));
  }

  /** However often a saga and its participants talk, that is no circle. */
  private static Origin lineage(Saga saga, Message cause) {
    Origin begun = saga.origin();
    String trace = cause.traceparent() == null ? begun.traceparent() : cause.traceparent();
    return new Origin(begun.correlation(), cause.id().toString(), begun.hops(), trace);
  }
}
