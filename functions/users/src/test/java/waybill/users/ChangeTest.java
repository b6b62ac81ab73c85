package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.MACHINE;
import static waybill.users.Registry.OPERATOR;
import static waybill.users.Registry.STRANGER;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** {@code PATCH /users/{user_id}} through the whole edge. */
class ChangeTest {
  private final Registry registry = new Registry();
  private final String ada = registry.user("ada@example.com");

  @BeforeEach
  void later() {
    registry.clock.pass(Duration.ofDays(1));
  }

  @Test
  void change_isStored_andTheRestStays() {
    Profile before = registry.profile(ada);
    Answered answered = change("{\"name\":\"Ada Lovelace\"}");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.text("/name")).isEqualTo("Ada Lovelace");
    assertThat(answered.text("/email")).isEqualTo("ada@example.com");
    assertThat(registry.profile(ada))
        .isEqualTo(new Profile(ada, "ada@example.com", "Ada Lovelace", before.registeredAt()));
  }

  @Test
  void change_isSaidAsTheNextAboutThatUser() {
    assertThat(change("{\"name\":\"Ada Lovelace\"}").messages())
        .containsExactly("users~" + ada + "~2");
    Message said = registry.lastSaid();
    assertThat(said.contract()).isEqualTo(USER_CHANGED.id());
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
    assertThat(said.data().path("changed_at").asText())
        .startsWith(registry.clock.instant().toString().substring(0, 19));
  }

  @Test
  void change_thatChangesNothing_saysNothing() {
    Answered answered = change("{\"email\":\"ada@example.com\",\"name\":\"Ada\"}");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.messages()).isEmpty();
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void changeOfEmail_takesTheNewOne_andFreesTheOld() {
    assertThat(change("{\"email\":\"ada@lovelace.example\"}").status()).isEqualTo(200);
    assertThat(registry.ownerOf("ada@lovelace.example")).isEqualTo(ada);
    assertThat(registry.register("ada@example.com").status()).isEqualTo(201);
  }

  @Test
  void changeOfEmail_isToldFromItsSpelling() {
    assertThat(change("{\"email\":\"Ada@Example.com\"}").text("/email"))
        .isEqualTo("Ada@Example.com");
    assertThat(registry.ownerOf("ada@example.com")).isEqualTo(ada);
    assertThat(registry.lastSaid().data().path("email").asText()).isEqualTo("Ada@Example.com");
  }

  @Test
  void changeToATakenEmail_isRefused_andTheOldOneStays() {
    registry.user("bob@example.com");
    assertThat(change("{\"email\":\"BOB@example.com\"}").refusal())
        .isEqualTo("409 email-taken /email");
    assertThat(registry.profile(ada).email()).isEqualTo("ada@example.com");
    assertThat(registry.ownerOf("ada@example.com")).isEqualTo(ada);
  }

  @Test
  void emailThatWasGivenBack_canBeTakenBack() {
    change("{\"email\":\"ada@lovelace.example\"}");
    assertThat(change("{\"email\":\"ada@example.com\"}").status()).isEqualTo(200);
    assertThat(registry.ownerOf("ada@lovelace.example")).isEmpty();
  }

  @Test
  void nullInAMergePatch_wouldRemoveWhatMustBeThere_soItIsRefused() {
    assertThat(change("{\"email\":null}").refusal()).isEqualTo("422 contract-violation /email");
    assertThat(change("{\"name\":null}").refusal()).isEqualTo("422 contract-violation /name");
  }

  @Test
  void emptyPatch_isRefused() {
    assertThat(change("{}").status()).isEqualTo(422);
  }

  @Test
  void id_cannotBeChanged() {
    assertThat(change("{\"user_id\":\"u-9\"}").refusal())
        .isEqualTo("422 contract-violation /user_id");
  }

  @Test
  void someoneElse_isRefused_andNothingChanges() {
    for (Caller caller : new Caller[] {STRANGER, MACHINE, NOBODY})
      assertThat(change(caller, "{\"name\":\"Eve\"}").refusal()).isEqualTo("403 forbidden");
    assertThat(registry.profile(ada).name()).isEqualTo("Ada");
  }

  @Test
  void operators_mayChangeAnybody() {
    assertThat(change(OPERATOR, "{\"name\":\"By Olga\"}").status()).isEqualTo(200);
  }

  @Test
  void unknownUser_isNotFound() {
    assertThat(registry.as(OPERATOR).patch("/users/u-404", "{\"name\":\"X\"}").refusal())
        .isEqualTo("404 not-found");
  }

  private Answered change(String patch) {
    return change(Caller.person(ada), patch);
  }

  private Answered change(Caller caller, String patch) {
    return registry.as(caller).patch("/users/" + ada, patch);
  }
}
