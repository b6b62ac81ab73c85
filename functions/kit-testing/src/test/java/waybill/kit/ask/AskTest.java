package waybill.kit.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.users.User;
import waybill.kit.Limits;
import waybill.kit.ask.Reply.Answered;
import waybill.kit.ask.Reply.NotFound;
import waybill.kit.ask.Reply.Refused;
import waybill.kit.ask.Reply.Unavailable;
import waybill.kit.http.Arrival;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.testing.HandClock;

class AskTest {
  private static final String ADA = "/users/u1";
  private static final String DOCUMENT =
      "{\"user_id\":\"u1\",\"email\":\"ada@example.org\",\"name\":\"Ada\"}";

  private final HandClock clock = new HandClock();
  private final OtherServices others = new OtherServices(clock).enter("users");
  private final Ask ask = others.ask();

  @Test
  void aServiceFoundInTheRegistry_answers() {
    others.answers(ADA, 200, DOCUMENT);
    assertThat(ask(ask)).isEqualTo(new Answered<>(new User("u1", "ada@example.org", "Ada")));
    assertThat(others.paths()).containsExactly("/services/users", ADA);
  }

  @Test
  void tokenCorrelationAndTrace_goAlong_andNoOtherHeader() {
    others.answers(ADA, 200, DOCUMENT);
    ask(ask);
    for (OtherServices.Heard heard : others.heard())
      assertThat(heard.headers())
          .containsOnly(
              Map.entry("accept", "application/json"),
              Map.entry("authorization", "Bearer token-of-ada"),
              Map.entry("x-correlation-id", "c1"),
              Map.entry("traceparent", "00-1-2-01"));
  }

  @Test
  void whereAServiceIs_isLookedUpAgain_afterAWhile() {
    others.answers(ADA, 200, DOCUMENT);
    ask(ask);
    ask(ask);
    assertThat(others.paths()).containsExactly("/services/users", ADA, ADA);
    clock.pass(Limits.ASK_PLACE_KEPT);
    ask(ask);
    assertThat(others.paths()).endsWith("/services/users", ADA);
  }

  @Test
  void whatTheOtherDoesNotKnow_isNotFound() {
    others.answers(ADA, 404, "{}");
    assertThat(ask(ask)).isEqualTo(new NotFound<>());
  }

  @Test
  void aRouteThatIsNotThere_saysNothingAboutTheThing() {
    others.answers(ADA, 404, "application/json", "{\"message\":\"Not Found\"}");
    assertThat(ask(ask)).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 422})
  void whatTheCallerMayNotAsk_isRefused_andNotAskedAgain(int status) {
    others.answers(ADA, status, "{}");
    assertThat(ask(ask)).isEqualTo(new Refused<>(status));
    assertThat(others.paths()).containsExactly("/services/users", ADA);
  }

  @ParameterizedTest
  @CsvSource({"500,3", "503,3", "302,2", "204,2", "429,2"})
  void aServiceThatDoesNotAnswer_isUnavailable_afterOneMoreTryWhereThatMayHelp(
      int status, int asked) {
    others.answers(ADA, status, "{}");
    assertThat(ask(ask)).isInstanceOf(Unavailable.class);
    assertThat(others.paths()).hasSize(asked);
  }

  @Test
  void aConnectionThatFailsOnce_isTriedOnceMore() {
    others.refusesConnections(ADA).answers(ADA, 200, DOCUMENT);
    assertThat(ask(ask)).isInstanceOf(Answered.class);
    others.refusesConnections("/users/u2").refusesConnections("/users/u2");
    assertThat(ask(ask, "u2")).isInstanceOf(Unavailable.class);
    assertThat(others.paths()).filteredOn("/users/u2"::equals).hasSize(2);
  }

  @Test
  void allTriesTogether_endWithTheDeadline_alsoWhenEveryOneHangs() {
    others.hangs(ADA);
    Instant begun = clock.instant();
    assertThat(ask(ask)).isInstanceOf(Unavailable.class);
    assertThat(Duration.between(begun, clock.instant())).isEqualTo(Limits.ASK_DEADLINE);
    assertThat(others.paths()).containsExactly("/services/users", ADA, ADA);
  }

  @Test
  void aRegistryThatHangs_takesNoMoreTimeEither() {
    OtherServices lost = new OtherServices(clock).hangs("/services/users");
    Instant begun = clock.instant();
    assertThat(ask(lost.ask())).isInstanceOf(Unavailable.class);
    assertThat(Duration.between(begun, clock.instant())).isEqualTo(Limits.ASK_DEADLINE);
  }

  @Test
  void aFunctionWhoseTimeEnds_waitsNoLonger() {
    others.hangs(ADA);
    Instant begun = clock.instant();
    Instant ends = begun.plus(Limits.LAST_WORD).plusMillis(300);
    assertThat(ask.get(request(ends), Question.of("users", "users", "u1"), USER))
        .isInstanceOf(Unavailable.class);
    assertThat(clock.instant()).isEqualTo(begun.plusMillis(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"user_id\":1}", "{", "{}", "[]", ""})
  void anAnswerOutsideItsContract_isNone(String body) {
    others.answers(ADA, 200, body);
    assertThat(ask(ask)).isInstanceOf(Unavailable.class);
  }

  @Test
  void fieldsThatTheContractDoesNotKnow_areLetPass() {
    others.answers(ADA, 200, DOCUMENT.replace("{", "{\"shoe_size\":37,"));
    assertThat(ask(ask)).isInstanceOf(Answered.class);
  }

  @Test
  void aServiceFromOutside_isNotGivenTheToken() {
    OtherServices outside = new OtherServices(clock).enter("users", false, "https://evil.example");
    assertThat(ask(outside.ask())).isInstanceOf(Unavailable.class);
    assertThat(outside.paths()).containsExactly("/services/users");
  }

  @Test
  void aServiceThatTheRegistryDoesNotKnow_isUnavailable_andNotTheThingNotFound() {
    assertThat(ask(new OtherServices(clock).ask())).isInstanceOf(Unavailable.class);
  }

  @Test
  void aCallerWhoMayNotUseTheRegistry_isRefused() {
    OtherServices closed = new OtherServices(clock).answers("/services/users", 403, "{}");
    assertThat(ask(closed.ask())).isEqualTo(new Refused<>(403));
  }

  @Test
  void aDeploymentThatDoesNotKnowItsOwnAddress_asksNobody() {
    Request<Nothing> nowhere = new Request<>(new Nothing(), Map.of(), Caller.person("ada"));
    assertThat(ask.get(nowhere, Question.of("users", "users", "u1"), USER))
        .isInstanceOf(Unavailable.class);
    assertThat(others.paths()).isEmpty();
  }

  @Test
  void whatIsAskedFor_isEscaped() {
    assertThat(Question.of("users", "users", "a/../b?c d").with("x y", "1&2").with("z", "ä").path())
        .isEqualTo("/users/a%2F..%2Fb%3Fc%20d?x%20y=1%262&z=%C3%A4");
  }

  private Reply<User> ask(Ask asker) {
    return ask(asker, "u1");
  }

  private Reply<User> ask(Ask asker, String user) {
    return asker.get(request(Instant.MAX), Question.of("users", "users", user), USER);
  }

  private static Request<Nothing> request(Instant until) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("authorization", "Bearer token-of-ada");
    headers.put("x-correlation-id", "c1");
    headers.put("traceparent", "00-1-2-01");
    headers.put("cookie", "secret");
    Arrival arrival = new Arrival("https://" + HttpTesting.DOMAIN, until);
    return new Request<>(new Nothing(), Map.of(), Caller.person("ada"), headers, arrival);
  }
}
