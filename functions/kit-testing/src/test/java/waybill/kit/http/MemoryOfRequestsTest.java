package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.REGISTER_USER;
import static waybill.contracts.users.UsersContracts.USER;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import waybill.contracts.users.RegisterUser;
import waybill.contracts.users.User;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Hash;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

/** What is kept of a request under an {@code Idempotency-Key}, where it holds a secret or not. */
class MemoryOfRequestsTest {
  private static final String BODY = "{\"email\":\"ada@example.org\",\"name\":\"Ada\"}";

  private final MemoryTable table = new MemoryTable();
  private int handled;

  @Test
  void ofAPlainRequest_aPlainDigestIsKept() {
    ask(route -> route, BODY);
    assertThat(table.items().toString()).contains(plainDigest());
  }

  @Test
  void ofARequestWithASecret_noDigestIsKept_fromWhichItCouldBeGuessed() {
    ask(Route::takingASecret, BODY);
    assertThat(table.items()).hasSize(1);
    assertThat(table.items().toString()).doesNotContain(plainDigest());
  }

  @Test
  void aRequestWithASecret_isAnsweredOnce_andNotForAnotherSecret() {
    Answered first = ask(Route::takingASecret, BODY);
    assertThat(ask(Route::takingASecret, BODY).body()).isEqualTo(first.body());
    assertThat(ask(Route::takingASecret, BODY.replace("Ada", "Eve")).refusal())
        .isEqualTo("422 idempotency-key-reused");
    assertThat(handled).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsForNobodyElse_isNotKept_andTheKeyMeansNothing() {
    ask(Route::forgetful, BODY);
    assertThat(ask(Route::forgetful, BODY.replace("Ada", "Eve")).text("/name")).isEqualTo("Eve");
    assertThat(handled).isEqualTo(2);
    assertThat(table.items()).isEmpty();
  }

  private Answered ask(UnaryOperator<Route<RegisterUser, User>> sort, String body) {
    Route<RegisterUser, User> route = Route.post("/users", REGISTER_USER, USER, this::answer);
    return new HttpTesting(
            Given.service("users", table, new HandClock()), Routes.of(sort.apply(route)))
        .as(Caller.NOBODY)
        .with("idempotency-key", "k-1")
        .post("/users", body);
  }

  private Answer<User> answer(Request<RegisterUser> request) {
    handled++;
    return Answer.created(
        "/users/u1",
        new User("u1", request.body().email(), request.body().name()),
        Commit.nothing());
  }

  private static String plainDigest() {
    return Hash.of("{}", Hash.of(BODY.getBytes(StandardCharsets.UTF_8)));
  }
}
