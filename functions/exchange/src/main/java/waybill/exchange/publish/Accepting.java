package waybill.exchange.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Event;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.blob.Luggage;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Row;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/**
 * Accepts an event in one commit: that its id is taken, the next sequence of its key, and the
 * message, waiting to be routed. Each sender's id is accepted once.
 */
final class Accepting {
  /** Usually it is routed within a second; what still waits then is sent again. */
  static final Duration ROUTED_WITHIN = Duration.ofMinutes(1);

  private final Service exchange;
  private final Ledger ledger;
  private final Judging judging;
  private final Causes causes;

  Accepting(Service exchange, Ledger ledger, Judging judging) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.judging = judging;
    this.causes = new Causes(ledger);
  }

  Outcome accept(Event event, Origin request) {
    return exchange.decisions().untilWritten(() -> decide(event, request));
  }

  private Optional<Outcome> decide(Event event, Origin request) {
    Row<Published> row = exchange.rows().at(Published.PUBLISHED, Published.idOf(event));
    Optional<Published> before = row.value();
    if (before.isPresent()) return Optional.of(known(before.get(), event));
    Judged judged = judging.of(event);
    if (judged instanceof Judged.Unfit unfit) return refused(unfit.refusal());
    OptionalInt hops = causes.hops(event);
    if (hops.isEmpty()) return refused(PublishProblem.LOOP.at("/hops"));
    return write(event, (Judged.Fit) judged, hops.getAsInt(), row, request);
  }

  private static Optional<Outcome> refused(Refusal refusal) {
    return Optional.of(new Outcome.Refused(refusal));
  }

  /** Whatever has become of the contract since: it was accepted. */
  private static Outcome known(Published before, Event event) {
    return before.digest().equals(Published.digestOf(event))
        ? new Outcome.Accepted(before.messageId(), null)
        : new Outcome.Refused(PublishProblem.EVENT_ID_REUSED.at("/id"));
  }

  private Optional<Outcome> write(
      Event event, Judged.Fit fit, int hops, Row<Published> row, Origin request) {
    Cell<Head> at = ledger.head(new MessageId(event.source(), fit.key(), 1));
    Head head = Head.of(at);
    MessageId id = new MessageId(event.source(), fit.key(), head.seen() + 1);
    Message whole = message(id, event, fit, hops, request);
    int bytes = whole.toJson().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.LONG_MESSAGE_BYTES_MAX)
      return refused(
          Problem.TOO_LARGE.because(
              "a message has at most " + Limits.LONG_MESSAGE_BYTES_MAX + " bytes"));
    List<Luggage> luggage =
        bytes > Limits.MESSAGE_BYTES_MAX
            ? List.of(exchange.claims().leavePublished(whole))
            : List.of();
    Arrival arrival = arrival(luggage.isEmpty() ? whole : luggage.get(0).claim());
    Instant now = exchange.clock().instant();
    Instant until = now.plus(ledger.retention(fit.version()));
    var published = new Published(id, Published.digestOf(event), until);
    boolean written =
        exchange
            .clerk()
            .prepare(Commit.commit(row.put(published)), request)
            .with(at.put(head.seen(id.sequence()), null, null))
            .with(
                Cell.<Entry>absent(Entry.keyOf(id))
                    .put(
                        Entry.waiting(arrival),
                        Entry.place(arrival),
                        now.plus(ROUTED_WITHIN),
                        null))
            .carrying(luggage)
            .writeTo(exchange.table(), exchange.ids().next());
    return written ? Optional.of(new Outcome.Accepted(id, arrival)) : Optional.empty();
  }

  private static Arrival arrival(Message message) {
    return Arrival.of(message, message.toJson());
  }

  private Message message(MessageId id, Event event, Judged.Fit fit, int hops, Origin request) {
    return new Message(
            id,
            fit.version(),
            exchange.clock().instant(),
            event.correlationid() == null ? request.correlation() : event.correlationid(),
            event.causationid(),
            hops,
            event.traceparent() == null ? request.traceparent() : event.traceparent(),
            null,
            event.data())
        .until(event.expirytime());
  }
}
