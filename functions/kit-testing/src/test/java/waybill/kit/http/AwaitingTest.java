package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.REGISTER_USER;
import static waybill.contracts.users.UsersContracts.USER;
import static waybill.kit.http.Caller.NOBODY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.users.RegisterUser;
import waybill.contracts.users.User;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.problem.Problem;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryTable;

/** A route that accepts something now and whose end comes later: whoever prefers to may wait. */
class AwaitingTest {
  private static final String ADA = "{\"email\":\"ada@example.org\",\"name\":\"Ada\"}";

  private final MemoryTable table = new MemoryTable();
  private final HandClock clock = new HandClock();
  private final List<User> looked = new ArrayList<>();
  private int looksUntilTheEnd = Integer.MAX_VALUE;
  private int pauses;
  private boolean refuses;
  private boolean breaks;
  private final HttpTesting http = http();

  private HttpTesting http() {
    Service service =
        new Service(
            "users",
            table,
            new MemoryBlobs(),
            Given.CATALOG,
            clock,
            Given.countedIds("id"),
            tries -> pause(),
            Given.silence());
    var route = Route.post("/users", REGISTER_USER, USER, this::register);
    return new HttpTesting(service, Routes.of(route.endingAs(this::end)));
  }

  private void pause() {
    pauses++;
    clock.pass(Duration.ofMillis(500));
  }

  private Answer<User> register(Request<RegisterUser> request) {
    if (refuses) return Answer.refused(Problem.FORBIDDEN.because("not today"));
    User user = new User("u1", request.body().email(), request.body().name());
    return Answer.accepted("/users/u1", user, Commit.commit(Api.USERS.fresh("u1", user)));
  }

  private Optional<User> end(User accepted) {
    if (breaks) throw new IllegalStateException("no table");
    looked.add(accepted);
    assertThat(table.items()).as("what was accepted is written before").isNotEmpty();
    return looked.size() < looksUntilTheEnd
        ? Optional.empty()
        : Optional.of(new User(accepted.userId(), accepted.email(), "Ada, at last"));
  }

  private Answered register(String prefer) {
    return http.as(NOBODY).with("prefer", prefer).with("idempotency-key", "k").post("/users", ADA);
  }

  @Test
  void anEndThatComesInTime_isTheAnswer() {
    looksUntilTheEnd = 3;
    Answered answered = register("wait=5");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.text("/name")).isEqualTo("Ada, at last");
    assertThat(answered.header("location")).isEqualTo("/users/u1");
    assertThat(answered.header("preference-applied")).isEqualTo("wait=5");
    assertThat(pauses).isEqualTo(2);
  }

  @Test
  void anEndThatDoesNotComeInTime_isAwaitedNoLonger() {
    Answered answered = register("wait=2");
    assertThat(answered.status()).isEqualTo(202);
    assertThat(answered.text("/name")).isEqualTo("Ada");
    assertThat(answered.header("preference-applied")).isEqualTo("wait=2");
    assertThat(pauses).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"600, 20", "10, 20", "11, 20", "1, 2"})
  void nobodyWaitsLongerThanTenSeconds(int seconds, int expected) {
    register("wait=" + seconds);
    assertThat(pauses).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"''", "wait=0", "wait=soon", "await=3", "respond-async"})
  void whoeverDoesNotPreferTo_doesNotWait(String prefer) {
    looksUntilTheEnd = 1;
    Answered answered = register(prefer);
    assertThat(answered.status()).isEqualTo(202);
    assertThat(answered.headers()).doesNotContainKey("preference-applied");
    assertThat(looked).isEmpty();
  }

  @Test
  void aRefusal_hasNoEnd() {
    refuses = true;
    assertThat(register("wait=5").refusal()).isEqualTo("403 forbidden");
    assertThat(looked).isEmpty();
  }

  @Test
  void aRepeatedRequest_waitsForTheSameEnd_andIsAcceptedAsBeforeWithoutWaiting() {
    looksUntilTheEnd = 1;
    assertThat(register("wait=5").status()).isEqualTo(200);
    assertThat(register("wait=5").status()).isEqualTo(200);
    assertThat(register("").status()).isEqualTo(202);
    assertThat(looked).hasSize(2).containsOnly(new User("u1", "ada@example.org", "Ada"));
  }

  @Test
  void aWaitThatFails_takesNothingBackOfWhatWasAccepted() {
    breaks = true;
    Answered answered = register("wait=5");
    assertThat(answered.status()).isEqualTo(202);
    assertThat(answered.headers()).doesNotContainKey("preference-applied");
  }
}
