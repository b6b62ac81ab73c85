package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.ReplayMode.FILL_GAPS;
import static waybill.contracts.exchange.ReplayMode.RE_EXECUTE;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.ListJobs;
import waybill.contracts.exchange.Replay;
import waybill.contracts.exchange.ReplayList;
import waybill.contracts.exchange.StartReplay;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.problem.Problem;
import waybill.kit.problem.ProblemType;
import waybill.kit.testing.Given;

/** Who may replay, and what is said of it. */
class ReplayApiTest {
  private final Spine spine = new Spine();
  private final Past past = new Past(spine);

  private StartReplay asked(String from, String to) {
    return new StartReplay(Instant.parse(from), Instant.parse(to), null, null, FILL_GAPS);
  }

  private StartReplay asked() {
    return asked("2025-12-01T00:00:00Z", "2025-12-02T00:00:00Z");
  }

  private static ProblemType refused(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).refusal().type();
  }

  private ReplayList list(int limit, Caller caller) {
    var asked = new Request<>(new ListJobs(limit, null), Map.of("name", "orders"), caller);
    return spine.given(past.api().list(asked));
  }

  @Test
  void theSubscribingService_replaysForItself() {
    Answer<Replay> answer = past.ask(asked(), "orders", Caller.machine("orders"));

    assertThat(answer).isInstanceOf(Answer.Given.class);
  }

  @Test
  void anotherService_findsNothing() {
    assertThat(refused(past.ask(asked(), "orders", Caller.machine("users"))))
        .isEqualTo(Problem.NOT_FOUND);
  }

  @Test
  void whoIsBoundToNone_isForbidden() {
    assertThat(refused(past.ask(asked(), "orders", Caller.person("ada"))))
        .isEqualTo(Problem.FORBIDDEN);
  }

  @Test
  void anUnknownSubscription_isNotFound() {
    assertThat(refused(past.ask(asked(), "nobody", Past.OPERATOR))).isEqualTo(Problem.NOT_FOUND);
  }

  @Test
  void aRangeThatEndsBeforeItBegins_isRefused() {
    var reversed = asked("2025-12-02T00:00:00Z", "2025-12-01T00:00:00Z");

    assertThat(refused(past.ask(reversed, "orders", Past.OPERATOR)).slug())
        .isEqualTo("empty-range");
  }

  @Test
  void theFuture_isNoPartOfThePast() {
    var replay =
        spine.given(
            past.ask(
                asked("2025-12-01T00:00:00Z", "2030-01-01T00:00:00Z"), "orders", Past.OPERATOR));

    assertThat(replay.to()).isEqualTo(spine.clock.instant());
  }

  @Test
  void aReplay_isAcceptedAndSaysWhereItIs() {
    var answer = (Answer.Given<Replay>) past.ask(asked(), "orders", Past.OPERATOR);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers())
        .containsEntry("location", "/subscriptions/orders/replays/" + answer.body().id());
  }

  @Test
  void replays_areListedTheNewestFirst() {
    var first = past.start(FILL_GAPS);
    var second = past.start(RE_EXECUTE);

    assertThat(list(10, Past.OPERATOR).items())
        .extracting(Replay::id)
        .containsExactly(second.id(), first.id());
    assertThat(list(1, Past.OPERATOR).cursor()).isNotNull();
  }

  @Test
  void whatIsShown_keepsItsContract() {
    spine.commit("u1");
    spine.settle();
    var done = past.untilDone(past.start(RE_EXECUTE));

    var document = Given.CATALOG.write(ExchangeContracts.REPLAY, done);

    assertThat(Given.CATALOG.check(ExchangeContracts.REPLAY.id(), document)).isEmpty();
    assertThat(document.path("mode").asText()).isEqualTo("re-execute");
  }
}
