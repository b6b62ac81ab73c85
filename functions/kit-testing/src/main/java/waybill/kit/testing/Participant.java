package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Standing;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;

/** A member on a table in memory, as the sagas see it that command it. */
public final class Participant implements KeepsBooks {
  public final MemoryTable table = new MemoryTable();
  public final HandClock clock = new HandClock();
  public final Service service;

  private final Function<Service, Inbox> inbox;
  private final MemoryQueue in = new MemoryQueue();
  private final MemoryQueue out = new MemoryQueue();
  private final Map<String, List<Message>> told = new HashMap<>();

  public Participant(String name, Function<Service, Inbox> inbox) {
    this.service = Given.service(name, table, clock);
    this.inbox = inbox;
  }

  /** The next that this saga says: all of it has one key, and so it is heard in order. */
  public <T> Message next(String saga, Contract<T> contract, T data) {
    return next(saga, contract, data, null);
  }

  /** As {@link #next}, and nobody may act on it any more. */
  public <T> Message late(String saga, Contract<T> contract, T data) {
    return next(saga, contract, data, clock.instant());
  }

  private synchronized <T> Message next(
      String saga, Contract<T> contract, T data, @Nullable Instant expires) {
    List<Message> before = told.computeIfAbsent(saga, key -> new ArrayList<>());
    long sequence = before.size() + 1L;
    Message message =
        new Message(
            new MessageId("sagas", saga, sequence),
            contract.id(),
            clock.instant(),
            "correlation",
            null,
            0,
            null,
            expires,
            sequence - 1,
            null,
            null,
            Json.tree(data));
    before.add(message);
    return message;
  }

  public synchronized List<Message> toldBy(String saga) {
    return List.copyOf(told.getOrDefault(saga, List.of()));
  }

  /** Says it, and lets it be heard. */
  public <T> void hears(String saga, Contract<T> contract, T data) {
    assertThat(hears(next(saga, contract, data))).as("the queue may forget it").isTrue();
  }

  public boolean hears(Message... messages) {
    return hears(service, messages);
  }

  /** By a copy of the function that sees its table so, and steps back so. */
  public boolean hears(Service seen, Message... messages) {
    List<QueueEvent.Entry> entries =
        List.of(messages).stream()
            .map(one -> new QueueEvent.Entry("sqs-1", "in", one.id().key(), one.toJson()))
            .toList();
    return worker(seen).messages(new QueueEvent(entries)).equals(QUEUE_MAY_FORGET);
  }

  private static final Map<String, Object> QUEUE_MAY_FORGET =
      Map.of("batchItemFailures", List.of());

  public boolean hears(Table view, Message... messages) {
    return hears(service.over(view), messages);
  }

  /** What is parked has its time, and is tried again. */
  public void laterTriesAgain() {
    clock.pass(Limits.RETRY_LONGEST.plus(Duration.ofMinutes(1)));
    worker(service).order("minute");
    for (String body : in.take())
      worker(service)
          .messages(new QueueEvent(List.of(new QueueEvent.Entry("own", "in", "own", body))));
    in.forget();
  }

  private Worker worker(Service seen) {
    return new Worker(seen, inbox.apply(seen), in, out);
  }

  /** Everything that was ever said about it, since nothing here takes it away. */
  public List<Message> saidAbout(String id) {
    return table.read(Key.ofEntity(id)).stream()
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .toList();
  }

  /** The last that was said about it, which is said under this contract. */
  public <T> T said(String id, Contract<T> contract) {
    List<Message> said = saidAbout(id);
    assertThat(said).as("said about %s", id).isNotEmpty();
    Message last = said.get(said.size() - 1);
    assertThat(last.contract()).as("said about %s", id).isEqualTo(contract.id());
    assertThat(Given.CATALOG.check(last.contract(), last.data())).isEmpty();
    return Given.CATALOG.read(contract, last.data());
  }

  public int items(String kind) {
    return (int) table.items().stream().filter(item -> item.kind().equals(kind)).count();
  }

  /** Everything that was told has ended here, once. */
  @Override
  public synchronized void balance() {
    table.balance();
    assertThat(items("parked")).as("parked").isZero();
    told.forEach(
        (saga, messages) ->
            assertThat(table.read(Standing.keyOf("sagas", saga)).map(Participant::ended))
                .as("of %s", messages)
                .hasValue((long) messages.size()));
  }

  private static long ended(Item standing) {
    Standing stands = Standing.of(standing);
    assertThat(stands.watermark()).isEqualTo(ends(stands));
    return ends(stands);
  }

  private static long ends(Standing stands) {
    return stands.tally().handled() + stands.tally().refused() + stands.tally().skipped();
  }
}
