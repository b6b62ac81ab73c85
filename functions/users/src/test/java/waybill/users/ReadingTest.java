package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.MACHINE;
import static waybill.users.Registry.OPERATOR;
import static waybill.users.Registry.STRANGER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** {@code GET /users} and {@code GET /users/{user_id}} through the whole edge. */
class ReadingTest {
  private final Registry registry = new Registry();

  @Test
  void user_isShownAsRegistered() {
    String ada = registry.user("ada@example.com");
    Answered shown = registry.as(Caller.person(ada)).get("/users/" + ada);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body())
        .isEqualTo(
            Json.parse("{\"user_id\":\"u-1\",\"email\":\"ada@example.com\",\"name\":\"Ada\"}"));
  }

  @Test
  void user_isShownToOperatorsAndMachines_andRefusedToOthers() {
    String path = "/users/" + registry.user("ada@example.com");
    assertThat(registry.as(OPERATOR).get(path).status()).isEqualTo(200);
    assertThat(registry.as(MACHINE).get(path).status()).isEqualTo(200);
    assertThat(registry.as(STRANGER).get(path).refusal()).isEqualTo("403 forbidden");
    assertThat(registry.as(NOBODY).get(path).refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void unknownUser_isNotFound() {
    assertThat(registry.as(OPERATOR).get("/users/u-404").refusal()).isEqualTo("404 not-found");
  }

  @Test
  void list_isRefusedToAllButOperators() {
    for (Caller caller : new Caller[] {NOBODY, STRANGER, MACHINE})
      assertThat(registry.as(caller).get("/users").refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void list_ofNobody_isEmptyAndEnds() {
    Answered list = registry.as(OPERATOR).get("/users");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body()).isEqualTo(Json.parse("{\"items\":[]}"));
  }

  @Test
  void list_showsTheNewestFirst_pageByPage() {
    for (String name : new String[] {"a", "b", "c", "d", "e"}) registry.user(name + "@example.com");
    Answered first = list("?limit=2");
    Answered second = list("?limit=2&cursor=" + first.text("/cursor"));
    Answered third = list("?limit=2&cursor=" + second.text("/cursor"));
    assertThat(first.items("user_id")).containsExactly("u-5", "u-4");
    assertThat(second.items("user_id")).containsExactly("u-3", "u-2");
    assertThat(third.items("user_id")).containsExactly("u-1");
    assertThat(third.body().has("cursor")).isFalse();
  }

  @Test
  void list_thatEndsWithAFullPage_hasNoCursor() {
    registry.user("a@example.com");
    registry.user("b@example.com");
    assertThat(list("?limit=2").body().has("cursor")).isFalse();
  }

  @Test
  void newUser_doesNotMoveThePagesBehindIt() {
    registry.user("a@example.com");
    registry.user("b@example.com");
    String cursor = list("?limit=1").text("/cursor");
    registry.user("c@example.com");
    assertThat(list("?limit=1&cursor=" + cursor).items("user_id")).containsExactly("u-1");
  }

  @Test
  void changedUser_keepsTheirPlace() {
    String ada = registry.user("a@example.com");
    registry.user("b@example.com");
    registry.as(OPERATOR).patch("/users/" + ada, "{\"name\":\"Later\"}");
    assertThat(list("").items("name")).containsExactly("Ada", "Later");
  }

  @Test
  void list_withoutALimit_hasTwentyAPage() {
    for (int i = 0; i < 21; i++) registry.user("u" + i + "@example.com");
    assertThat(list("").items("user_id")).hasSize(20);
  }

  @Test
  void cursorThatNoListGave_isRefusedAtThePointer() {
    assertThat(list("?cursor=%25%25").refusal()).isEqualTo("422 bad-cursor /cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "1e1", "99999999999999999999"})
  void limitOutOfRange_isRefusedAtThePointer(String limit) {
    assertThat(list("?limit=" + limit).refusal()).isEqualTo("422 contract-violation /limit");
  }

  @Test
  void parameterThatNobodyKnows_isRefusedAtThePointer() {
    assertThat(list("?page=2").refusal()).isEqualTo("422 contract-violation /page");
  }

  private Answered list(String query) {
    return registry.as(OPERATOR).get("/users" + query);
  }
}
