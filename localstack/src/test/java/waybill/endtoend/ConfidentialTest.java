package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.local.RunningMachine;

/** What the contracts call confidential stands in no line that a function writes. */
class ConfidentialTest {
  @RegisterExtension static final Said said = new Said();

  @RegisterExtension
  static final RunningMachine running = RunningMachine.ofTheRepository().with(said::by);

  private static final Spine SPINE = new Spine(running);
  private static final Person PERSON =
      new Person(running, "canary-email@example.com", "canary-password");

  private static String id = "";
  private static String token = "";
  private static String code = "";

  @BeforeAll
  static void aWholeLifeOfAPerson() {
    id = PERSON.registered();
    token = PERSON.token();
    assertThat(PERSON.registers().statusCode()).isEqualTo(409);
    assertThat(PERSON.with("canary-guess").logsIn().statusCode()).isEqualTo(401);
    PERSON.asksForACode();
    code = PERSON.code();
    assertThat(PERSON.with("canary-changed").confirms("000000").statusCode()).isEqualTo(422);
    assertThat(PERSON.with("canary-changed").confirms(code).statusCode()).isEqualTo(200);
    assertThat(change("{\"name\":\"Canary-Name\",\"email\":\"canary-moved@example.com\"}"))
        .isEqualTo(200);
    assertThat(change("{\"name\":7,\"email\":\"canary\",\"nick\":\"canary\"}")).isEqualTo(422);
    assertThat(change("{\"name\":\"canary")).isEqualTo(400);
    assertThat(running.get("/users/" + id, token).body()).contains("Canary-Name");
    assertThat(running.get("/users/" + id + "/overview", token).statusCode()).isEqualTo(200);
    assertThat(SPINE.get("/users").toString()).contains("canary-moved");
    SPINE.awaitNothingUnsent("UsersTable");
  }

  private static int change(String body) {
    HttpResponse<String> answer =
        running.send(
            running.to("/users/" + id, token).method("PATCH", BodyPublishers.ofString(body)));
    return answer.statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary-", "Canary-", "eyJ"})
  void noLineHoldsIt(String text) {
    assertThat(said.linesWith(text)).isEmpty();
  }

  @Test
  void noLineHoldsATokenOrACode() {
    assertThat(said.linesWith(token.substring(token.length() - 20))).isEmpty();
    assertThat(said.linesWith("\"" + code + "\"")).isEmpty();
  }

  @Test
  void whatWasDone_isInTheLogAllTheSame() {
    said.awaitLine("PATCH /users/{user_id}", "422", "contract-violation", "/name", id);
    said.awaitLine("POST /sessions", "401");
  }
}
