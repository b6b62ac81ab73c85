package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Api.USERS;
import static waybill.kit.http.Api.body;
import static waybill.kit.http.Api.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import waybill.contracts.users.User;
import waybill.contracts.users.UserRegistered;
import waybill.contracts.users.UsersContracts;
import waybill.kit.Limits;
import waybill.kit.commit.Commit;
import waybill.kit.commit.ForwardingTable;
import waybill.kit.commit.Key;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unavailable;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;
import waybill.kit.http.Api.Event;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.Putting;
import waybill.kit.testing.RacedTable;

/** What a caller sees, and the log, when something goes wrong on this side. */
@BooksBalance
class BreakageTest {
  private final Api api = new Api();
  private final AtomicInteger decided = new AtomicInteger();

  @Test
  void aHandlersException_is500WithoutItsMessage() {
    api.registering(
        request -> {
          throw new IllegalStateException("the secret of " + request.body().name());
        });

    JsonNode answer = api.call(Event.register());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
    assertThat(body(answer).path("type").asText()).endsWith(":internal");
    assertThat(answer.toString()).doesNotContain("secret").doesNotContain("Ada");
  }

  @Test
  void aHandlersException_isFoundInTheLogByItsCorrelationId() {
    api.registering(
        request -> {
          throw new IllegalStateException("why");
        });

    api.call(Event.register().header("x-correlation-id", "c"));

    assertThat(api.log())
        .filteredOn(line -> line.path("level").asText().equals("ERROR"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("correlation_id").asText()).isEqualTo("c");
              assertThat(line.path("cause").asText()).isEqualTo("why");
            });
  }

  @Test
  void anAnswerOutsideItsContract_is500AndCommitsNothing() {
    User broken = new User("u1", "no address", "Ada");
    api.registering(
        request -> Answer.created("/users/u1", broken, Commit.commit(USERS.fresh("u1", broken))));

    assertThat(api.call(Event.register()).path("statusCode").asInt()).isEqualTo(500);
    assertThat(api.table.items()).isEmpty();
  }

  @Test
  void aConflict_isDecidedAgainFromWhatIsThereNow() {
    api.registering(
        request -> {
          boolean taken = api.table.read(Key.ofEntity("u1")).isPresent();
          decided.incrementAndGet();
          return api.registered(taken ? "u2" : "u1", request.body());
        });
    RacedTable raced =
        new RacedTable(api.table).by(() -> Putting.at("u1").kind("user").to(api.table));

    JsonNode answer = api.call(Event.register(), raced);

    assertThat(body(answer).path("user_id").asText()).isEqualTo("u2");
    assertThat(decided).hasValue(2);
  }

  @Test
  void whoIsAlwaysTooSlow_is503AndMayTryAgain() {
    Putting.at("u1").to(api.table);
    api.registering(
        request -> {
          decided.incrementAndGet();
          return api.registered("u1", request.body());
        });

    JsonNode answer = api.call(Event.register());

    assertBusy(answer, "busy");
    assertThat(decided).hasValue(Limits.DECISIONS_MAX);
  }

  @Test
  void row59_aTableThatIsThrottled_is503() {
    Table throttled =
        new RacedTable(api.table)
            .by(
                () -> {
                  throw new Unavailable("busy", new IllegalStateException());
                });

    assertBusy(api.call(Event.register(), throttled), "busy");
  }

  @Test
  void row01_aCrashBeforeTheCommit_leavesNothing_andTheRetryIsAFirstTry() {
    Table dying =
        new ForwardingTable(api.table) {
          @Override
          public boolean write(Write write) {
            throw new IllegalStateException("the process ends here");
          }
        };

    assertThat(api.call(Event.register(), dying).path("statusCode").asInt()).isEqualTo(500);
    assertThat(api.table.items()).isEmpty();

    assertThat(api.call(Event.register()).path("statusCode").asInt()).isEqualTo(201);
    assertThat(api.table.items()).isNotEmpty();
  }

  @Test
  void aFullOutbox_is503() {
    String text = "x".repeat(Limits.UNSENT_BYTES_MAX);
    Putting.at("u1")
        .kind("user")
        .doc("{\"user_id\":\"u1\",\"email\":\"a@example.org\",\"name\":\"A\"}")
        .saying(new Unsent("users~u1~1", text))
        .to(api.table);
    api.registering(
        request -> {
          var row = new Rows(api.table, new HandClock()).at(USERS, "u1");
          var said = new UserRegistered("u1", "a@example.org", "A", api.clock.instant());
          User user = row.value().orElseThrow();
          return Answer.ok(
              user, Commit.commit(row.put(user).saying(UsersContracts.USER_REGISTERED, said)));
        });

    assertBusy(api.call(Event.register()), "outbox-full");
  }

  @Test
  void noLine_holdsABody() {
    api.call(Event.register());
    api.call(Event.register("{\"email\":\"ada\"}"));

    assertThat(api.log()).isNotEmpty();
    assertThat(api.logText()).doesNotContain("ada").doesNotContain("Ada");
  }

  @Test
  void everyRequest_leavesALineWithRouteAndStatus() {
    api.call(Event.register("{"));

    assertThat(api.log())
        .anySatisfy(
            line -> {
              assertThat(line.path("route").asText()).isEqualTo("POST /users");
              assertThat(line.path("status").asInt()).isEqualTo(400);
            });
  }

  private static void assertBusy(JsonNode answer, String type) {
    assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
    assertThat(header(answer, "retry-after")).isEqualTo("1");
    assertThat(body(answer).path("type").asText()).endsWith(":" + type);
  }
}
