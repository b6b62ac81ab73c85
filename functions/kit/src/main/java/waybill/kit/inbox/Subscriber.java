package waybill.kit.inbox;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Carried;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Sweep;
import waybill.kit.Service;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Item;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.ReadAhead;
import waybill.kit.commit.TimeLeft;
import waybill.kit.outbox.Clearing;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** The subscriber's side of the exchange: takes what stands in the service's {@code in} queue. */
public final class Subscriber {
  private final Service service;
  private final Queue in;
  private final Queue out;
  private final TimeLeft time;
  private final Marks marks;
  private final ReadAhead ahead;
  private final Reception reception;
  private final DeadLetters deadLetters;
  private final Orders orders;

  public Subscriber(
      Service service, Inbox inbox, Consumer<Sweep> sweeping, Watch watch, Queue in, Queue out) {
    this.service = service;
    this.in = in;
    this.out = out;
    var table = service.table();
    var clock = service.clock();
    this.time = new TimeLeft(clock);
    var decisions = service.patientDecisions(time);
    var judge =
        new Judge(
            inbox,
            service.catalog(),
            service.clerk(),
            service.claims(),
            service.clock(),
            service.log());
    var settling = new Settling(table, service.ids(), clock);
    var drain = new Drain(table, judge, settling, decisions, time, clock);
    var desk = new Desk(table, service.catalog(), settling, drain, decisions);
    var clearing = new Clearing(table, Standing::keyOf);
    var erasing = new Erasing(table, settling, drain, decisions);
    this.orders = new Orders(service.catalog(), drain, desk, clearing, sweeping, erasing);
    this.marks = new Marks(service, decisions, watch);
    this.ahead = new ReadAhead(table);
    this.reception = new Reception(ahead, judge, settling, drain, decisions, clock);
    this.deadLetters =
        new DeadLetters(table, marks, reception, settling, decisions, clock, this::wake);
  }

  /** What is said about a batch goes out together, once the batch is through. */
  public final class Batch implements AutoCloseable {
    private final @Nullable Instant deadline;
    private final Bodies opened = new Bodies();
    private final Word word =
        new Word(service.name(), out, service.ids(), service.clock(), service.log());

    private Batch(@Nullable Instant deadline) {
      this.deadline = deadline;
    }

    /**
     * @param receives how often the queue has handed it over, this time included
     */
    public void take(String body, int receives) {
      Carried carried = opened.of(body);
      if (!(carried instanceof Message message)) orders.obey((Control) carried, word);
      else if (receives <= 1) reception.take(message, word);
      else marks.around(message.id(), deadline, () -> reception.take(message, word));
    }

    /** The rows that a batch is about to look at. */
    public void expect(List<String> bodies) {
      ahead.look(
          opened.open(bodies).stream()
              .filter(Message.class::isInstance)
              .map(message -> Standing.keyOf(((Message) message).id()))
              .toList());
    }

    /** What the queue gave up; nothing of it runs here. */
    public void takeDead(String body) {
      try {
        Carried carried = Carried.parse(body);
        if (carried instanceof Message message) deadLetters.take(message, word);
        else orders.obey((Control) carried, word);
      } catch (IllegalArgumentException e) {
        keep(body, e);
      }
    }

    @Override
    public void close() {
      word.send();
    }
  }

  /**
   * @param deadline when the process will be ended, if that is known
   */
  public Batch open(@Nullable Instant deadline) {
    time.until(deadline);
    return new Batch(deadline);
  }

  /** It would be the same the next time: whoever sent it has to see it. */
  private void keep(String body, RuntimeException why) {
    Unreadable unreadable = Unreadable.of(body, why, service.clock().instant());
    Prepared.of(unreadable.put()).writeTo(service.table(), service.ids().next());
    service.log().error("kept: no message and no order", why, "digest", unreadable.digest());
  }

  /**
   * Sends the key into the service's own queue: there it waits its turn behind what came before.
   * The queue drops a second order while the first has changed nothing.
   *
   * @return whether the item has parked messages at all
   */
  public boolean wake(Item due) {
    if (!Standing.isParked(due)) return false;
    wake(Standing.of(due), due.version());
    return true;
  }

  private void wake(MessageId parked) {
    Standing standing = Standing.read(service.table(), parked);
    if (standing.item() != null) wake(standing, standing.item().version());
  }

  private void wake(Standing standing, long version) {
    var control =
        Control.of(service.ids().next(), service.name(), ExchangeContracts.DRAIN, standing.drain());
    String group = Parcel.groupOf(standing.source(), standing.subject());
    tryWake(new Parcel(group, Hash.of(group, String.valueOf(version)), control.toJson()));
  }

  private void tryWake(Parcel order) {
    try {
      in.send(List.of(order));
    } catch (RuntimeException e) {
      service.log().error("a parked key was not woken; the next minute tries again", e);
    }
  }
}
