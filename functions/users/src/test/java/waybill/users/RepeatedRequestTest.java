package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.registration;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;

/** {@code POST /users} with an {@code Idempotency-Key}. */
class RepeatedRequestTest {
  private static final String ADA = registration("ada@example.com", "Ada");

  private final Registry registry = new Registry();

  @Test
  void repeatedRequest_isAnsweredAsTheFirst_andDoneOnce() {
    Answered first = register("k-1", ADA);
    Answered again = register("k-1", ADA);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("location")).isEqualTo(first.header("location"));
    assertThat(again.messages()).isEqualTo(first.messages()).hasSize(1);
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void keyOfAnotherBody_isRefused() {
    register("k-1", ADA);
    assertThat(register("k-1", registration("bob@example.com", "Bob")).refusal())
        .isEqualTo("422 idempotency-key-reused");
    assertThat(registry.users()).isEqualTo(1);
  }

  @Test
  void requestUnderAnotherKey_isAnotherRequest() {
    register("k-1", ADA);
    assertThat(register("k-2", ADA).refusal()).isEqualTo("409 email-taken /email");
  }

  @Test
  void refusal_isNotKept() {
    String first = registry.user("ada@example.com");
    assertThat(register("k-1", ADA).status()).isEqualTo(409);
    registry.as(Registry.OPERATOR).patch("/users/" + first, "{\"email\":\"a@lovelace.example\"}");
    assertThat(register("k-1", ADA).status()).isEqualTo(201);
  }

  @Test
  void answer_isKeptForADay() {
    register("k-1", ADA);
    registry.clock.pass(Duration.ofHours(23));
    assertThat(register("k-1", ADA).status()).isEqualTo(201);
    registry.clock.pass(Duration.ofHours(1));
    assertThat(register("k-1", ADA).refusal()).isEqualTo("409 email-taken /email");
  }

  private Answered register(String key, String body) {
    return registry.as(NOBODY).with("idempotency-key", key).post("/users", body);
  }
}
