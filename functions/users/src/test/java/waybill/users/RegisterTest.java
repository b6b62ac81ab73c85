package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.registration;

import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** {@code POST /users} through the whole edge. */
class RegisterTest {
  private final Registry registry = new Registry();

  @Test
  void registration_isCreated_andSaysWhereItIsAndWhatWasSaid() {
    Answered answered = registry.register("ada@example.com");
    assertThat(answered.status()).isEqualTo(201);
    assertThat(answered.header("location")).isEqualTo("/users/u-1");
    assertThat(answered.messages()).containsExactly("users~u-1~1");
    assertThat(answered.body())
        .isEqualTo(
            Json.parse("{\"user_id\":\"u-1\",\"email\":\"ada@example.com\",\"name\":\"Ada\"}"));
  }

  @Test
  void registration_storesTheProfile_andWhoseTheEmailIs() {
    String ada = registry.user("Ada@example.com");
    assertThat(registry.profile(ada))
        .isEqualTo(new Profile(ada, "Ada@example.com", "Ada", registry.clock.instant()));
    assertThat(registry.ownerOf("ada@example.com")).isEqualTo(ada);
  }

  @Test
  void registration_isSaidUnderItsContract_withTheUserAsKey() {
    Answered answered =
        registry
            .as(NOBODY)
            .with("x-correlation-id", "first-day")
            .post("/users", registration("ada@example.com", "Ada"));
    Message said = registry.lastSaid();
    assertThat(said.id().key()).isEqualTo(answered.text("/user_id"));
    assertThat(said.contract()).isEqualTo(USER_REGISTERED.id());
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
    assertThat(said.correlation()).isEqualTo("first-day");
  }

  @Test
  void takenEmail_isRefusedAtThePointer_andNothingIsSaid() {
    registry.register("ada@example.com");
    assertThat(registry.register("ada@example.com").refusal()).isEqualTo("409 email-taken /email");
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void takenEmail_isTaken_howeverItIsWritten() {
    registry.register("ada@example.com");
    assertThat(registry.register("ADA@Example.com").refusal()).isEqualTo("409 email-taken /email");
  }

  @Test
  void bodyThatIsNotJson_isMalformed() {
    assertThat(registry.as(NOBODY).post("/users", "{\"email\":").refusal())
        .isEqualTo("400 malformed");
  }

  @Test
  void bodyOutsideItsContract_isRefusedAtEachPointer() {
    assertThat(registry.as(NOBODY).post("/users", "{\"email\":\"no address\"}").refusal())
        .isEqualTo("422 contract-violation /email /name");
  }

  @Test
  void bodyThatAsksForMore_isRefusedAtThatPointer() {
    assertThat(
            registry
                .as(NOBODY)
                .post("/users", "{\"email\":\"a@b.example\",\"name\":\"A\",\"role\":\"operator\"}")
                .refusal())
        .isEqualTo("422 contract-violation /role");
  }

  @Test
  void refusal_namesTheCorrelation() {
    Answered refused =
        registry.as(NOBODY).with("x-correlation-id", "c-1").post("/users", "nonsense");
    assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
    assertThat(refused.text("/correlation_id")).isEqualTo("c-1");
    assertThat(refused.header("x-correlation-id")).isEqualTo("c-1");
  }
}
