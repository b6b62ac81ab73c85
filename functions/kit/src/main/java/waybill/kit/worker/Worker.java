package waybill.kit.worker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.Sweep;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.TimeLeft;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Subscriber;
import waybill.kit.inbox.Watch;
import waybill.kit.outbox.Queue;
import waybill.kit.outbox.Relay;
import waybill.kit.outbox.Speaker;
import waybill.kit.outbox.Waiting;
import waybill.kit.sweep.Sweeping;

/** What a service does besides answering: it hears, it passes on what it said, it tries again. */
public final class Worker {
  private static final Map<String, Object> DONE = Map.of("batchItemFailures", List.of());

  private final Service service;
  private final TimeLeft time;
  private final Subscriber subscriber;
  private final Relay relay;
  private final Waiting waiting;
  private final Sweeping sweeping;
  private final Agenda agenda;
  private final DueWork own;

  public Worker(Service service, Inbox inbox, Queue in, Queue out) {
    this(service, inbox, Agenda.of(), in, out);
  }

  public Worker(Service service, Inbox inbox, Agenda agenda, Queue in, Queue out) {
    this(service, inbox, agenda, Watch.of(service.clock()), in, out);
  }

  Worker(Service service, Inbox inbox, Agenda agenda, Watch watch, Queue in, Queue out) {
    this.time = new TimeLeft(service.clock());
    this.service = service;
    this.agenda = agenda;
    this.own = new DueWork(service, agenda, time);
    this.relay = new Relay(out, service.table(), service.clock(), service.log());
    this.sweeping = new Sweeping(service, relay, in, out);
    this.subscriber = new Subscriber(service, inbox, sweeping::from, watch, in, out);
    this.waiting =
        new Waiting(
            service.table(),
            relay,
            item -> subscriber.wake(item) || own.wake(item),
            service.clock());
  }

  public Map<String, Object> messages(QueueEvent event) {
    return messages(event, null);
  }

  /**
   * @param deadline when the process will be ended, if that is known
   */
  public Map<String, Object> messages(QueueEvent event, @Nullable Instant deadline) {
    try (Subscriber.Batch batch = subscriber.open(deadline)) {
      batch.expect(event.bodies());
      return event.each(entry -> batch.take(entry.body(), entry.receives()), service.log());
    }
  }

  public Map<String, Object> deadLetters(QueueEvent event) {
    return deadLetters(event, null);
  }

  /**
   * What the {@code in} queue gave up.
   *
   * @param deadline when the process will be ended, if that is known
   */
  public Map<String, Object> deadLetters(QueueEvent event, @Nullable Instant deadline) {
    try (Subscriber.Batch batch = subscriber.open(deadline)) {
      return event.each(entry -> batch.takeDead(entry.body()), service.log());
    }
  }

  public Map<String, Object> changes(List<Speaker> speakers) {
    return changes(speakers, null);
  }

  /**
   * @param deadline when the process will be ended, if that is known
   */
  public Map<String, Object> changes(List<Speaker> speakers, @Nullable Instant deadline) {
    time.until(deadline);
    relay.send(speakers);
    own.follow(speakers, deadline == null ? null : deadline.minus(Limits.FOLLOWING_LEFT_OVER));
    return DONE;
  }

  /** {@code minute} goes on with what is due; {@code sweep} goes through the whole table. */
  public Map<String, Object> order(String what) {
    return order(what, null);
  }

  /**
   * @param deadline when the process will be ended, if that is known
   */
  public Map<String, Object> order(String what, @Nullable Instant deadline) {
    switch (what) {
      case "minute" -> minute(deadline);
      case "sweep" -> sweeping.from(new Sweep(null, null));
      default -> throw new IllegalArgumentException("no such order: " + what);
    }
    return DONE;
  }

  private void minute(@Nullable Instant deadline) {
    time.until(deadline);
    waiting.minute(time);
    agenda.minute();
  }
}
