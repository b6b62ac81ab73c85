package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Api.body;
import static waybill.kit.http.Api.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.users.User;
import waybill.kit.Limits;
import waybill.kit.http.Api.Event;
import waybill.kit.problem.Problem;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

/** Requests that come again under one {@code Idempotency-Key}. */
@BooksBalance
class OnceTest {
  private final Api api = new Api();

  @Test
  void row6_aRepeatedRequest_hasTheSameAnswerAndOneEffect() {
    JsonNode first = api.call(Event.register().once("k"));
    JsonNode again = api.call(Event.register().once("k"));

    assertThat(again.path("statusCode")).isEqualTo(first.path("statusCode"));
    assertThat(again.path("body")).isEqualTo(first.path("body"));
    assertThat(header(again, "location")).isEqualTo(header(first, "location"));
    assertThat(header(again, "waybill-messages")).isEqualTo(header(first, "waybill-messages"));
    assertThat(api.users()).isEqualTo(1);
    assertThat(api.table.changes()).hasSize(1);
  }

  @Test
  void whatFollowsAnAnswer_followsOnce_behindItsCommit() {
    List<Integer> usersThen = new ArrayList<>();
    api.registering(
        request -> {
          var given = (Answer.Given<User>) api.registered("u1", request.body());
          return given.then(() -> usersThen.add(api.users()));
        });

    api.call(Event.register().once("k"));
    api.call(Event.register().once("k"));

    assertThat(usersThen).containsExactly(1);
  }

  @Test
  void withoutAKey_everyRequestIsAnother() {
    api.call(Event.register());
    api.call(Event.register());

    assertThat(api.users()).isEqualTo(2);
  }

  @Test
  void row6_aKeyWithAnotherBody_is422() {
    api.call(Event.register().once("k"));

    JsonNode other =
        api.call(Event.register("{\"email\":\"b@example.org\",\"name\":\"B\"}").once("k"));

    assertThat(other.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(other).path("type").asText()).endsWith(":idempotency-key-reused");
    assertThat(api.users()).isEqualTo(1);
  }

  @Test
  void row6_aKeyWithAnotherPath_is422() {
    api.call(copyOf("u1").once("k"));

    JsonNode other = api.call(copyOf("u2").once("k"));

    assertThat(other.path("statusCode").asInt()).isEqualTo(422);
    assertThat(api.users()).isEqualTo(1);
  }

  @Test
  void anotherCallersKey_isAnotherKey() {
    api.call(Event.register().once("k").claim("client_id", "c1").claim("sub", "c1"));
    api.call(Event.register().once("k").claim("client_id", "c2").claim("sub", "c2"));

    assertThat(api.users()).isEqualTo(2);
  }

  @Test
  void aKeyOnAnotherRoute_isAnotherKey() {
    api.call(Event.register().once("k"));
    api.call(copyOf("u1").once("k"));

    assertThat(api.users()).isEqualTo(2);
  }

  @Test
  void aKey_isForgottenAfterADay() {
    api.call(Event.register().once("k"));

    api.clock.pass(Limits.IDEMPOTENCY_KEPT.minus(Duration.ofMillis(1)));
    api.call(Event.register().once("k"));
    assertThat(api.users()).isEqualTo(1);

    api.clock.pass(Duration.ofMillis(1));
    api.call(Event.register().once("k"));
    assertThat(api.users()).isEqualTo(2);
  }

  /** DynamoDB removes an expired row days late; what counts is its date. */
  @Test
  void row33_aKeyWhoseRowIsStillThere_canBeUsedAndIsKeptAnew() {
    api.call(Event.register().once("k"));
    api.clock.pass(Limits.IDEMPOTENCY_KEPT);

    JsonNode first = api.call(Event.register().once("k"));
    JsonNode again = api.call(Event.register().once("k"));

    assertThat(again.path("body")).isEqualTo(first.path("body"));
    assertThat(api.users()).isEqualTo(2);
  }

  @Test
  void row6_theLoserOfARace_givesTheWinnersAnswer() {
    List<JsonNode> winner = new ArrayList<>();
    RacedTable raced =
        new RacedTable(api.table).by(() -> winner.add(api.call(Event.register().once("k"))));

    JsonNode loser = api.call(Event.register().once("k"), raced);

    assertThat(loser.path("body")).isEqualTo(winner.get(0).path("body"));
    assertThat(api.users()).isEqualTo(1);
  }

  @Test
  void row6_theLoserWithAnotherBody_is422() {
    RacedTable raced = new RacedTable(api.table).by(() -> api.call(Event.register().once("k")));

    JsonNode loser =
        api.call(Event.register("{\"email\":\"b@example.org\",\"name\":\"B\"}").once("k"), raced);

    assertThat(loser.path("statusCode").asInt()).isEqualTo(422);
    assertThat(api.users()).isEqualTo(1);
  }

  @Test
  void aRefusal_isNotKept() {
    api.registering(request -> Answer.refused(Problem.FORBIDDEN.because("not yet")));
    api.call(Event.register().once("k"));
    api.registering(request -> api.registered("u1", request.body()));

    assertThat(api.call(Event.register().once("k")).path("statusCode").asInt()).isEqualTo(201);
  }

  @Test
  void everyAnswer_hasTheCorrelationIdOfItsOwnRequest() {
    api.call(Event.register().once("k").header("x-correlation-id", "one"));

    JsonNode again = api.call(Event.register().once("k").header("x-correlation-id", "two"));

    assertThat(header(again, "x-correlation-id")).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ü"})
  void aKeyOfGarbage_is400(String key) {
    JsonNode answer = api.call(Event.register().once(key));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(body(answer).path("type").asText()).endsWith(":bad-header");
  }

  @Test
  void theKeyItself_isNotStored() {
    api.call(Event.register().once("very-secret"));

    assertThat(api.table.items().toString()).doesNotContain("very-secret");
  }

  private static Event copyOf(String id) {
    return Event.of("POST /users/{user_id}/copies")
        .path("user_id", id)
        .body("{\"email\":\"ada@example.org\",\"name\":\"Ada\"}");
  }
}
