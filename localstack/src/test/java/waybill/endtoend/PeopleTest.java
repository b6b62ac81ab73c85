package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** People register, log in and see what is theirs, through gateway, functions and user pool. */
class PeopleTest {
  private static final String SECRET = "a horse, a staple";

  @RegisterExtension
  @Order(1)
  static final Said said = new Said();

  @RegisterExtension
  @Order(2)
  static final RunningMachine running =
      RunningMachine.ofTheRepository().keepingData().with(said::by);

  private final Spine spine = new Spine(running);

  @Test
  void whoRegisters_logsIn_andSeesWhatIsTheirsAndNothingElse() {
    String grace = person("grace@example.com").registered();
    String another = person("another@example.com").registered();
    String token = person("Grace@example.com").token();

    assertThat(running.get("/users/" + grace, token).statusCode()).isEqualTo(200);
    assertThat(running.get("/users/" + another, token).statusCode()).isEqualTo(403);
    assertThat(running.get("/users", token).statusCode()).isEqualTo(403);
    assertThat(running.get("/orders?user_id=" + another, token).statusCode()).isEqualTo(403);
  }

  @Test
  void theOverview_holdsTheOrders_askedForWithTheUsersOwnToken() {
    HttpResponse<String> registered = person("mary@example.com").registers();
    Spine.Registered mary = Spine.registered(registered);
    String token = person("mary@example.com").token();
    assertThat(overview(mary.userId(), token).path("orders")).isEmpty();

    spine.awaitHandled(mary.messageId());
    assertThat(spine.order(mary.userId()).statusCode()).isEqualTo(202);
    assertThat(overview(mary.userId(), token).at("/orders/0/lines/0/sku").asText())
        .isEqualTo("tea");
  }

  private static JsonNode overview(String userId, String token) {
    HttpResponse<String> answer = running.get("/users/" + userId + "/overview", token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Spine.read(answer.body());
  }

  @Test
  void aWrongPassword_isRefused_andTooManyMakeTheAccountRest() {
    Person katherine = person("katherine@example.com");
    katherine.registered();
    for (int i = 0; i < 5; i++)
      assertThat(katherine.with("wrong").logsIn().statusCode()).isEqualTo(401);
    HttpResponse<String> resting = katherine.logsIn();
    assertThat(resting.statusCode()).isEqualTo(429);
    assertThat(resting.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void aUserWithoutAPassword_logsInAfterAReset() {
    String email = "dorothy@example.com";
    spine.register(email);
    Person dorothy = person(email);
    assertThat(dorothy.logsIn().statusCode()).isEqualTo(401);
    dorothy.asksForACode();
    assertThat(dorothy.confirms("none").statusCode()).isEqualTo(422);
    assertThat(dorothy.confirms(dorothy.code()).statusCode()).isEqualTo(200);
    assertThat(dorothy.logsIn().statusCode()).isEqualTo(200);
  }

  @Test
  void aReset_forNobody_isAcceptedLikeAnyOther() {
    Person nobody = person("nobody@example.com");
    nobody.asksForACode();
    assertThat(nobody.confirms("123456").statusCode()).isEqualTo(422);
  }

  @Test
  void whoSignsUpPastUs_isNotTakenIn() throws Exception {
    String registered = person("joan@example.com").registered();
    for (String username : new String[] {"somebody", registered + "x"}) {
      HttpResponse<String> answer = signUp(username, "joan@example.com");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("UserLambdaValidationException");
    }
    assertThat(signUp(registered, "joan@example.com").body()).contains("UsernameExistsException");
  }

  private static HttpResponse<String> signUp(String username, String email)
      throws IOException, InterruptedException {
    String body =
        """
        {"ClientId":"PeopleClient","Username":"%s","Password":"%s","UserAttributes":[{"Name":"email","Value":"%s"}]}"""
            .formatted(username, SECRET, email);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(running.machine().cognito().uri())
                .header("x-amz-target", "AWSCognitoIdentityProviderService.SignUp")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void neitherTablesNorLogs_holdAPassword() {
    Person hedy = person("hedy@example.com");
    hedy.registered();
    String token = hedy.token();
    assertThat(spine.items("UsersTable").toString()).contains("hedy@").doesNotContain(SECRET);
    assertThat(said.linesWith("answered")).isNotEmpty();
    assertThat(said.linesWith(SECRET)).isEmpty();
    assertThat(said.linesWith(token)).isEmpty();
  }

  @Test
  void peopleStay_overARestart() {
    Person ida = person("ida@example.com");
    String id = ida.registered();
    running.restart();
    assertThat(running.get("/users/" + id, ida.token()).statusCode()).isEqualTo(200);
  }

  private static Person person(String email) {
    return new Person(running, email, SECRET);
  }
}
