package waybill.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;
import waybill.local.aws.Traffic;

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

  private static HttpResponse<String> signUp(String username, String email) throws Exception {
    return pool(
        "SignUp",
        """
        {"ClientId":"PeopleClient","Username":"%s","SecretHash":"%s","Password":"%s","UserAttributes":[{"Name":"email","Value":"%s"}]}"""
            .formatted(username, secretHash(username), SECRET, email));
  }

  /** As Cognito documents it. */
  private static String secretHash(String username) throws Exception {
    String secret = String.valueOf(running.machine().stack().pool().peopleClientSecret());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal((username + "PeopleClient").getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static HttpResponse<String> pool(String operation, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(running.machine().endpoint())
                .header("x-amz-target", "AWSCognitoIdentityProviderService." + operation)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void whoKnowsNotTheClientsSecret_guessesNoPasswordAndNoCodeAtThePool() throws Exception {
    String id = person("maria@example.com").registered();
    for (String call :
        List.of(
            "InitiateAuth {'ClientId':'PeopleClient','AuthFlow':'USER_PASSWORD_AUTH','AuthParameters':{'USERNAME':'%s','PASSWORD':'%s'}}",
            "ForgotPassword {'ClientId':'PeopleClient','Username':'%s'}",
            "ConfirmForgotPassword {'ClientId':'PeopleClient','Username':'%s','SecretHash':'guessed','ConfirmationCode':'1','Password':'%s'}")) {
      String[] words = call.formatted(id, SECRET).replace('\'', '"').split(" ", 2);
      assertThat(pool(words[0], words[1]).body()).as(words[0]).contains("NotAuthorizedException");
    }
    assertThat(codeOf(person("maria@example.com"))).isEmpty();
  }

  private static Optional<String> codeOf(Person person) {
    return running.machine().cognito().codeOf(person.email());
  }

  @Test
  void anotherEmail_isToldToThePoolByTheWorkersRightAlone_andCodesGoThere() throws Exception {
    Person before = person("emmy@example.com");
    Person after = person("emmy@noether.example");
    String id = before.registered();
    assertThat(
            running
                .send(
                    running
                        .to("/users/" + id, before.token())
                        .method(
                            "PATCH",
                            BodyPublishers.ofString("{\"email\":\"%s\"}".formatted(after.email()))))
                .statusCode())
        .isEqualTo(200);
    after.asksForACode();
    before.asksForACode();
    await("the code in the new mailbox").until(() -> codeOf(after).isPresent());
    assertThat(codeOf(before)).isEmpty();
    assertThat(after.with("another horse").confirms(after.code()).statusCode()).isEqualTo(200);
    assertThat(after.with("another horse").logsIn().statusCode()).isEqualTo(200);

    String eve =
        """
        {"UserPoolId":"%s","Username":"%s","UserAttributes":[{"Name":"email","Value":"eve@example.com"}]}"""
            .formatted(running.machine().stack().pool().id(), id);
    assertThat(pool("AdminUpdateUserAttributes", eve).body())
        .contains("UnrecognizedClientException");
    Traffic traffic = running.machine().traffic();
    assertThat(traffic.count("UsersWorker", "cognito-idp:AdminUpdateUserAttributes")).isEqualTo(1);
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
