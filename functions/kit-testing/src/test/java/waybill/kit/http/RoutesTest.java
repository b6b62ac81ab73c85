package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.users.UsersContracts.REGISTER_USER;
import static waybill.contracts.users.UsersContracts.USER;
import static waybill.kit.http.Caller.NOBODY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.users.User;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

/** The endpoints of a service, put together from several. */
class RoutesTest {
  private static final User ADA = new User("u-1", "ada@example.com", "Ada");
  private static final String REGISTRATION = "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}";

  private final MemoryTable table = new MemoryTable();

  @Test
  void routesOfSeveral_areOne() {
    Routes both = changing().and(Routes.of(Route.get("/users", USER, request -> Answer.ok(ADA))));
    assertThat(both.keys())
        .containsExactly("PUT /users/{user_id}", "DELETE /users/{user_id}", "GET /users");
  }

  @Test
  void twoHandlersForOne_areRefused() {
    assertThatThrownBy(() -> changing().and(changing()))
        .hasMessage("two handlers for PUT /users/{user_id}");
  }

  @Test
  void putTakesADocument_andDeleteNone() {
    assertThat(asking().put("/users/u-1", REGISTRATION).text("/name")).isEqualTo("Ada");
    assertThat(asking().put("/users/u-1", "{}").refusal())
        .isEqualTo("422 contract-violation /email /name");
    assertThat(asking().delete("/users/u-1").refusal()).isEqualTo("404 not-found");
  }

  /** They change nothing when they are repeated; a key would only cost a write. */
  @Test
  void idempotencyKeys_areForWhatCreates() {
    asking().with("idempotency-key", "k-1").put("/users/u-1", REGISTRATION);
    assertThat(table.items()).isEmpty();
  }

  @Test
  void aProblem_mayHaveMembersOfItsOwn() {
    Answered refused = asking().delete("/users/u-1");
    assertThat(refused.body().path("tried").findValuesAsText("name")).containsExactly("Ada");
    assertThat(refused.text("/detail")).isEqualTo("gone");
  }

  private static Route<Incoming, User> raw() {
    return Route.post(
        "/raw",
        REGISTER_USER,
        new Reading<>(200_000, List.of(), incoming -> incoming),
        USER,
        request -> {
          String said = new String(request.body().body(), StandardCharsets.UTF_8);
          if (said.equals("not json")) throw new IllegalStateException("of the handler");
          return Answer.ok(new User("u-1", "ada@example.com", request.header("x-named")));
        });
  }

  private static HttpTesting.Asking askingRaw(Route<?, ?> route) {
    var service = Given.service("users", new MemoryTable(), new HandClock());
    return new HttpTesting(service, Routes.of(route)).as(NOBODY).with("X-Named", "Ada");
  }

  @Test
  void aRouteThatReadsItself_isGivenWhatCame_andHasALimitOfItsOwn() {
    assertThat(askingRaw(raw()).post("/raw", "x".repeat(200_000)).text("/name")).isEqualTo("Ada");
    assertThat(askingRaw(raw()).post("/raw", "x".repeat(200_001)).status()).isEqualTo(413);
  }

  @Test
  void whatItCannotRead_isMalformed_andWhatItsHandlerBreaks_isNot() {
    Route<?, ?> parsing =
        Route.post(
            "/raw",
            REGISTER_USER,
            new Reading<>(100, List.of(), incoming -> Json.parse(incoming.body())),
            USER,
            request -> Answer.ok(ADA));

    assertThat(askingRaw(parsing).post("/raw", "{").refusal()).isEqualTo("400 malformed");
    assertThat(askingRaw(raw()).post("/raw", "not json").status()).isEqualTo(500);
  }

  @Test
  void aRefusalThatSaysWhenToComeBack_saysSoInItsHeaderToo() {
    Route<?, ?> refusing =
        Route.post(
            "/raw",
            USER,
            request -> Answer.refused(Problem.BUSY.because("x").with(Refusal.RETRY_AFTER, 7)));

    assertThat(askingRaw(refusing).post("/raw", "").header("retry-after")).isEqualTo("7");
  }

  @Test
  void aTraceparentThatIsNone_isNotShownToTheHandler() {
    Route<?, ?> telling =
        Route.post(
            "/raw",
            USER,
            request ->
                Answer.ok(
                    new User(
                        "u-1",
                        "ada@example.com",
                        request.header("traceparent") + request.header("x-correlation-id"))));
    var asking = askingRaw(telling).with("x-correlation-id", "c1");

    assertThat(asking.with("traceparent", "00-zz").post("/raw", "").text("/name")).isEqualTo("c1");
  }

  private HttpTesting.Asking asking() {
    return new HttpTesting(Given.service("users", table, new HandClock()), changing()).as(NOBODY);
  }

  private static Routes changing() {
    return Routes.of(
        Route.put("/users/{user_id}", REGISTER_USER, USER, request -> Answer.ok(ADA)),
        Route.delete(
            "/users/{user_id}",
            USER,
            request ->
                Answer.refused(Problem.NOT_FOUND.because("gone").with("tried", List.of(ADA)))));
  }
}
