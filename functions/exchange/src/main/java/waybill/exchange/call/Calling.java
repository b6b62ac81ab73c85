package waybill.exchange.call;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.exchange.Call;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.lane.Lanes;
import waybill.exchange.lane.Leased;
import waybill.exchange.lane.Share;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.subscribe.Way;
import waybill.exchange.webhook.Letter;
import waybill.exchange.webhook.Reply;
import waybill.exchange.webhook.Resting;
import waybill.exchange.webhook.Schedule;
import waybill.exchange.webhook.Secret;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.log.Log;

/** Goes along one lane, message by message, as long as its endpoint takes them. */
public final class Calling {
  /** Longer than one call may take, so that nobody else calls meanwhile. */
  private static final Duration LEASE = Limits.WEBHOOK_DEADLINE.plusSeconds(20);

  /** What is left of a function's time must be enough for one more letter. */
  private static final Duration A_RUN = Duration.ofSeconds(12);

  private final Subscriptions subscriptions;
  private final Lanes lanes;
  private final Endpoint endpoint;
  private final Function<Letter, Reply> sender;
  private final Schedule schedule;
  private final Clock clock;
  private final Log log;

  public Calling(
      Service exchange,
      Subscriptions subscriptions,
      Lanes lanes,
      Function<Letter, Reply> sender,
      Schedule schedule) {
    this.subscriptions = subscriptions;
    this.lanes = lanes;
    this.endpoint = new Endpoint(exchange, subscriptions);
    this.sender = sender;
    this.schedule = schedule;
    this.clock = exchange.clock();
    this.log = exchange.log();
  }

  public void call(Call call) {
    Instant end = clock.instant().plus(A_RUN);
    boolean goesOn = true;
    while (goesOn && clock.instant().isBefore(end)) goesOn = next(call);
  }

  private boolean next(Call call) {
    Subscription to = subscriptions.now().find(call.subscription()).orElse(null);
    if (to == null || to.way() != Way.WEBHOOK || to.isHindered()) return false;
    Resting resting = endpoint.of(to);
    if (!resting.mayBeTried(clock.instant())) {
      lanes.postpone(to, call.source(), call.key(), after(resting));
      return false;
    }
    Optional<Leased> leased =
        lanes.take(
            to,
            call.source(),
            call.key(),
            Share.of(1, 0),
            LEASE,
            (made, now) -> schedule.next(made, now, null));
    return leased.isPresent() && bring(to, leased.get());
  }

  private Instant after(Resting resting) {
    Instant until = resting.until();
    return until == null ? clock.instant() : until;
  }

  private boolean bring(Subscription to, Leased leased) {
    Message message = leased.messages().get(0).message();
    Reply reply = sender.apply(letter(to, message));
    endpoint.replied(to, reply);
    log.info(
        "called", "message_id", message.id().toString(), "to", to.name(), "reply", reply.reason());
    if (reply.outcome() == Reply.Outcome.HANDLED) {
      lanes.end(to, message.id(), leased.lease(), DeliveryState.HANDLED, null);
      return true;
    }
    lanes.failed(
        to, message.id(), leased.lease(), reason(reply), attempts -> again(reply, attempts));
    return false;
  }

  private @Nullable Instant again(Reply reply, int attempts) {
    return schedule.next(attempts, clock.instant(), reply.retryAfter());
  }

  /** Whether the receiver has done it is for people to find out: it is not guessed. */
  private static String reason(Reply reply) {
    return reply.unknown() ? "unknown whether it was handled: " + reply.reason() : reply.reason();
  }

  private Letter letter(Subscription to, Message message) {
    Instant now = clock.instant();
    var signing = to.signing();
    if (signing == null || to.address() == null)
      throw new IllegalStateException(to.name() + " has no address or secret");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/cloudevents+json");
    headers.put("user-agent", "Waybill");
    if (message.traceparent() != null) headers.put("traceparent", message.traceparent());
    return new Letter(
        URI.create(to.address()),
        message.id().toString(),
        now,
        message.toJson(),
        signing.at(now).stream().map(Secret::new).toList(),
        headers);
  }
}
