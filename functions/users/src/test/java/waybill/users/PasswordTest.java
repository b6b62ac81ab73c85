package waybill.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.registration;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Hash;
import waybill.kit.http.HttpTesting.Answered;

/** {@code POST /users} with a password, whatever the user pool does meanwhile. */
class PasswordTest {
  private static final String ADA = "ada@example.com";
  private static final String SECRET = "a horse, a staple";

  private final Registry registry = new Registry();

  @Test
  void whoRegistersWithAPassword_logsInWithIt() {
    assertThat(registry.register(ADA, SECRET).status()).isEqualTo(201);
    assertThat(registry.logIn(ADA, SECRET).text("/access_token")).isEqualTo("token-of-u-1");
    assertThat(registry.registrations()).isEmpty();
  }

  @Test
  void whoRegistersWithoutAPassword_hasAnAccount_andLogsInAfterAReset() {
    registry.user(ADA);
    assertThat(registry.accounts.has("u-1")).isTrue();
    assertThat(registry.logIn(ADA, "anything else").refusal()).isEqualTo("401 wrong-credentials");
    registry.requestReset(ADA);
    registry.confirmReset(ADA, MemoryAccounts.CODE, SECRET);
    assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(200);
  }

  @Test
  void nothingThatIsKeptOrLogged_holdsAPasswordOrAToken_whateverHappens() {
    registry.as(NOBODY).with("idempotency-key", "k").post("/users", ada());
    registry.as(NOBODY).with("idempotency-key", "k").post("/users", ada());
    registry.accounts.loseAnswers(true);
    registry.register("bob@example.com", SECRET);
    registry.accounts.loseAnswers(false);
    registry.minutes(6);
    registry
        .as(NOBODY)
        .with("idempotency-key", "k2")
        .post("/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(ADA, SECRET));
    registry.logIn(ADA, SECRET + "!");
    assertThat(registry.users()).isEqualTo(2);
    assertThat(registry.traces())
        .contains(ADA)
        .doesNotContain(SECRET)
        .doesNotContain("token-of-")
        .doesNotContain("refresh-")
        .doesNotContain(Hash.of("{}", Hash.of(ada().getBytes(UTF_8))));
  }

  @Test
  void aPasswordOutsideItsContract_isNotRepeatedInTheProblem() {
    Answered answered = registry.register(ADA, "2short");
    assertThat(answered.refusal()).isEqualTo("422 contract-violation /password");
    assertThat(answered.body().toString()).doesNotContain("2short");
  }

  @Test
  void aPasswordThatThePoolRefuses_isPointedAt_andTheEmailIsFree() {
    assertThat(registry.register(ADA, "refused by the pool").refusal())
        .isEqualTo("422 password-refused /password");
    assertThat(registry.register(ADA, SECRET).status()).isEqualTo(201);
  }

  @Test
  void whileThePoolIsDown_nobodyIsRegistered_andNothingIsSaid() {
    registry.accounts.goDown(true);
    assertThat(registry.register(ADA, SECRET).refusal()).isEqualTo("503 accounts-unavailable");
    assertThat(registry.users()).isZero();
    assertThat(registry.said()).isEmpty();
    assertThat(registry.as(Registry.OPERATOR).get("/users").items("user_id")).isEmpty();
  }

  @Test
  void theSameRequest_goesOnWhereTheFirstEnded() {
    registry.accounts.goDown(true);
    registry.register(ADA, SECRET);
    registry.accounts.goDown(false);
    assertThat(registry.register(ADA, SECRET).text("/user_id")).isEqualTo("u-1");
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void theSameRequest_goesOn_alsoWhereThePoolsAnswerWasLost() {
    registry.accounts.loseAnswers(true);
    registry.register(ADA, SECRET);
    registry.accounts.loseAnswers(false);
    assertThat(registry.register(ADA, SECRET).text("/user_id")).isEqualTo("u-1");
    assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(200);
  }

  @Test
  void anotherPassword_doesNotTakeOverWhatSomebodyElseBegan() {
    registry.accounts.loseAnswers(true);
    registry.register(ADA, SECRET);
    registry.accounts.loseAnswers(false);
    assertThat(registry.register(ADA, "of somebody else").refusal())
        .isEqualTo("409 email-taken /email");
    assertThat(registry.users()).isZero();
  }

  @Test
  void aRequestUnderAKey_isFinishedByItsRepetition_andAnsweredAlikeFromThenOn() {
    registry.accounts.goDown(true);
    assertThat(keyed(ada()).status()).isEqualTo(503);
    registry.accounts.goDown(false);
    Answered second = keyed(ada());
    assertThat(second.status()).isEqualTo(201);
    assertThat(keyed(ada()).body()).isEqualTo(second.body());
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void aKeyUsedWithAnotherPassword_isRefused() {
    keyed(ada());
    assertThat(keyed(registration(ADA, "Ada", "another horse")).refusal())
        .isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void aTwinThatIsFaster_whileThePoolIsAsked_isTheOneThatIsAnswered() {
    registry.accounts.meanwhile(() -> assertThat(keyed(ada()).status()).isEqualTo(201));
    assertThat(keyed(ada()).status()).isEqualTo(201);
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void theSweep_finishesWhatARequestLeftBehind() {
    registry.accounts.loseAnswers(true);
    registry.register(ADA, SECRET);
    registry.accounts.loseAnswers(false);
    registry.minutes(4);
    assertThat(registry.users()).isZero();
    registry.minute();
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
    assertThat(registry.registrations()).isEmpty();
    assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(200);
  }

  @Test
  void theSweep_frees_whatItCouldNotFinishForAnHour() {
    registry.accounts.goDown(true);
    registry.register(ADA, SECRET);
    registry.minutes(59);
    assertThat(registry.registrations()).hasSize(1);
    registry.minutes(6);
    assertThat(registry.registrations()).isEmpty();
    assertThat(registry.ownerOf(ADA)).isEmpty();
    registry.accounts.goDown(false);
    assertThat(registry.register(ADA, SECRET).status()).isEqualTo(201);
  }

  @Test
  void theSweepAndARequest_finishItOnce() {
    registry.accounts.goDown(true);
    registry.register(ADA, SECRET);
    registry.accounts.goDown(false);
    registry.clock.pass(Duration.ofMinutes(2));
    registry.accounts.meanwhile(() -> registry.minutes(5));
    registry.register(ADA, SECRET);
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void aDocumentOfTheVersionBefore_isStillTaken() {
    assertThat(registry.register(ADA).status()).isEqualTo(201);
  }

  private static String ada() {
    return registration(ADA, "Ada", SECRET);
  }

  private Answered keyed(String body) {
    return registry.as(NOBODY).with("idempotency-key", "k-1").post("/users", body);
  }
}
