package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;

/** Logging in, and setting another password. */
class SessionsTest {
  private static final String ADA = "ada@example.com";
  private static final String SECRET = "a horse, a staple";

  private final Registry registry = new Registry();

  @BeforeEach
  void ada() {
    registry.register(ADA, SECRET);
  }

  @Test
  void aSession_isGivenForEmailOrId_inWhateverCaseTheEmailIs() {
    for (Answered answered :
        List.of(registry.logIn("ADA@Example.com", SECRET), byId("u-1", SECRET))) {
      assertThat(answered.status()).isEqualTo(200);
      assertThat(answered.text("/token_type")).isEqualTo("Bearer");
      assertThat(answered.body().path("expires_in").asInt()).isEqualTo(3600);
      assertThat(answered.header("cache-control")).isEqualTo("no-store");
    }
  }

  @Test
  void afterSomeFailures_theAccountRests_alsoForTheRightPassword() {
    for (int i = 0; i < Attempts.MOST; i++)
      assertThat(registry.logIn(ADA, "wrong").status()).isEqualTo(401);
    Answered resting = registry.logIn(ADA, SECRET);
    assertThat(resting.refusal()).isEqualTo("429 too-many-attempts");
    assertThat(resting.header("retry-after")).isEqualTo("300");
    registry.clock.pass(Attempts.WITHIN);
    assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(200);
  }

  @Test
  void anUnknownEmail_restsLikeAnyOther_andHoldsUpNobodyElse() {
    for (int i = 0; i < Attempts.MOST; i++) registry.logIn("nobody@example.com", SECRET);
    assertThat(registry.logIn("NOBODY@example.com", SECRET).status()).isEqualTo(429);
    assertThat(registry.logIn("somebody@example.com", SECRET).status()).isEqualTo(401);
    assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(200);
  }

  @Test
  void theRightPassword_forgetsTheFailuresBefore() {
    for (int round = 0; round < 3; round++) {
      for (int i = 1; i < Attempts.MOST; i++) registry.logIn(ADA, "wrong");
      assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(200);
    }
  }

  @Test
  void guessesThatAreMadeAtOnce_areCountedBeforeTheyAreAnswered() {
    List<Answered> answers = new ArrayList<>();
    guessWithin(Attempts.MOST + 3, answers);
    assertThat(answers).filteredOn(one -> one.status() == 401).hasSize(Attempts.MOST);
    assertThat(answers).filteredOn(one -> one.status() == 429).hasSize(3);
  }

  /** Each guess is made while the one before it waits for the pool. */
  private void guessWithin(int many, List<Answered> answers) {
    if (many == 0) return;
    registry.accounts.meanwhile(() -> guessWithin(many - 1, answers));
    Answered answered = registry.logIn(ADA, "wrong");
    if (answered.status() == 429) guessWithin(many - 1, answers);
    answers.add(answered);
  }

  @Test
  void aPoolThatIsDown_isNoWrongPassword() {
    registry.accounts.goDown(true);
    assertThat(registry.logIn(ADA, SECRET).refusal()).isEqualTo("503 accounts-unavailable");
    assertThat(registry.logIn("nobody@example.com", SECRET).refusal())
        .isEqualTo("503 accounts-unavailable");
  }

  @Test
  void whoIsNotThroughWithRegistering_doesNotLogIn() {
    registry.accounts.loseAnswers(true);
    registry.register("bob@example.com", SECRET);
    registry.accounts.loseAnswers(false);
    assertThat(registry.logIn("bob@example.com", SECRET).status()).isEqualTo(401);
  }

  @Test
  void aReset_isAlwaysAccepted_andThePoolIsAlwaysAsked() {
    for (String email : List.of(ADA, "nobody@example.com")) {
      Answered answered = registry.requestReset(email);
      assertThat(answered.status()).isEqualTo(202);
      assertThat(answered.body().toString()).isEqualTo("{\"state\":\"requested\"}");
    }
    assertThat(registry.accounts.asked).filteredOn(one -> one.startsWith("code")).hasSize(2);
  }

  @Test
  void theCode_setsAnotherPassword_andEndsTheRest() {
    for (int i = 0; i < Attempts.MOST; i++) registry.logIn(ADA, "wrong");
    registry.requestReset(ADA);
    assertThat(confirm(ADA, MemoryAccounts.CODE).status()).isEqualTo(200);
    assertThat(registry.logIn(ADA, "another horse").status()).isEqualTo(200);
    assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(401);
  }

  @Test
  void aWrongCode_isRefused_andNotForEver() {
    registry.requestReset(ADA);
    assertThat(confirm(ADA, "000000").refusal()).isEqualTo("422 reset-refused");
    for (int i = 1; i < Attempts.MOST; i++) confirm(ADA, "000000");
    assertThat(confirm(ADA, MemoryAccounts.CODE).refusal()).isEqualTo("429 too-many-attempts");
  }

  private Answered confirm(String email, String code) {
    return registry.confirmReset(email, code, "another horse");
  }

  private Answered byId(String id, String password) {
    return registry
        .as(NOBODY)
        .post("/sessions", "{\"user_id\":\"%s\",\"password\":\"%s\"}".formatted(id, password));
  }
}
