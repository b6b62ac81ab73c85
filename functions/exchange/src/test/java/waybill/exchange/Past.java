package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER_CHANGED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.Replay;
import waybill.contracts.exchange.ReplayMode;
import waybill.contracts.exchange.ReplayState;
import waybill.contracts.exchange.StartReplay;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.job.Job;
import waybill.exchange.replay.ReplayApi;
import waybill.exchange.subscribe.Filter;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route;
import waybill.kit.testing.Given;

/** Replays of a test, as an operator handles them. */
final class Past {
  static final Caller OPERATOR = Caller.person("olga", "operator");
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private final Spine spine;

  Past(Spine spine) {
    this.spine = spine;
  }

  /** One that asks for what was changed. */
  static Subscription pulling(@Nullable Instant from, Instant since) {
    return new Subscription(
        "audit",
        "audit",
        "orders",
        List.of(USER_CHANGED.id()),
        Filter.ALL,
        from,
        Way.PULL,
        null,
        null,
        null,
        since);
  }

  ReplayApi api() {
    Exchange core = spine.core();
    return new ReplayApi(
        core.service,
        core.subscriptions,
        new Bindings(Given.CATALOG, new Copies(spine.exchange().rows())),
        core.jobs,
        spine.woken::add);
  }

  /** All that was said to orders up to now. */
  Replay start(ReplayMode mode) {
    return start(mode, "orders", null);
  }

  Replay start(ReplayMode mode, String subscription, @Nullable String key) {
    spine.clock.pass(Duration.ofSeconds(1));
    var asked = new StartReplay(BEGINNING, spine.clock.instant(), null, key, mode);
    return spine.given(ask(asked, subscription, OPERATOR));
  }

  Answer<Replay> ask(StartReplay asked, String subscription, Caller caller) {
    return api().start(new Request<>(asked, Map.of("name", subscription), caller));
  }

  Replay shown(Replay replay) {
    return spine.given(api().show(about(replay, OPERATOR)));
  }

  Replay become(Replay replay, Job.State state) {
    return spine.given(api().turned(about(replay, OPERATOR), state));
  }

  static Request<Route.Nothing> about(Replay replay, Caller caller) {
    return new Request<>(
        new Route.Nothing(), Map.of("name", replay.subscription(), "id", replay.id()), caller);
  }

  void turn(Replay replay) {
    spine.turn(replay.id());
  }

  /** Minute by minute, while everybody does what they do. */
  Replay untilDone(Replay replay) {
    for (int minute = 0; minute < 30; minute++) {
      turn(replay);
      spine.settle();
      if (shown(replay).state() == ReplayState.DONE) return shown(replay);
      spine.clock.pass(Duration.ofMinutes(1));
    }
    throw new AssertionError("not done: " + shown(replay) + " " + spine.log());
  }

  /** So many messages were routed, and every queue has lost them. */
  static void lose(Spine spine, String user, int messages) {
    for (int said = 0; said < messages; said++) spine.commitChange(user);
    spine.relay();
    spine.route();
    spine.users.hear();
    spine.orders.in.purge();
    assertThat(spine.heardOf(user)).isEmpty();
  }
}
