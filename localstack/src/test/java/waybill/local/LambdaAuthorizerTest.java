package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.local.template.Api;
import waybill.local.template.Ground;
import waybill.local.template.Template;
import waybill.local.template.TemplateException;

/** A function that decides who comes in, as the HTTP API asks it. */
class LambdaAuthorizerTest {
  private static final String GUARD =
      """
                Guards:
                  FunctionArn: !Ref Guard.Alias
                  AuthorizerPayloadFormatVersion: "2.0"
                  EnableSimpleResponses: true
                  EnableFunctionDefaultPermissions: true
                  Identity: {Headers: [Authorization], Context: [routeKey], ReauthorizeEvery: 300}
      """;
  private static final String FUNCTION =
      """
        Guard:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: CODE
            Handler: waybill.local.Toy
            Role: !GetAtt WebRole.Arn
            AutoPublishAlias: live

      """;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Advancing CLOCK = new Advancing();

  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(ToyTemplate.file(LambdaAuthorizerTest::guarded))
          .with(settings -> settings.withClock(CLOCK));

  private final BlockingQueue<JsonNode> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();

  private static String guarded(String toy) {
    String code = toy.substring(toy.indexOf("CodeUri: ") + 9).lines().findFirst().orElseThrow();
    String more = FUNCTION.replace("CODE", code);
    String text = ToyTemplate.replaceOnce(toy, "  Web:\n", more + "  Web:\n");
    text = ToyTemplate.replaceOnce(text, "          Tokens:\n", GUARD + "          Tokens:\n");
    text =
        ToyTemplate.replaceOnce(
            text,
            "Auth: {AuthorizationScopes: [toy/read, aws.cognito.signin.user.admin]}",
            "Auth: {Authorizer: Guards}");
    return ToyTemplate.replaceOnce(
        text, "Auth: {AuthorizationScopes: [toy/read]}", "Auth: {Authorizer: Guards}");
  }

  @BeforeEach
  void anHourLater() {
    CLOCK.passes(Duration.ofHours(1));
    guardSays("{\"isAuthorized\":true,\"context\":{\"who\":\"me\",\"level\":7}}");
    Toy.does(
        "Web",
        call -> {
          told.add(JSON.readTree(call.event()).at("/requestContext/authorizer"));
          return "{\"statusCode\":200}";
        });
  }

  private void guardSays(String answer) {
    Toy.does(
        "Guard",
        call -> {
          asked.add(JSON.readTree(call.event()));
          return answer;
        });
  }

  @Test
  void whatTheAuthorizerSays_isToldToTheFunction() {
    assertThat(running.get("/things/1", "t").statusCode()).isEqualTo(200);

    assertThat(told.remove()).hasToString("{\"lambda\":{\"who\":\"me\",\"level\":7}}");
  }

  @Test
  void theAuthorizer_seesTheRequestWithoutItsBody() {
    running.get("/things/1?colour=red", "t");

    JsonNode event = asked.remove();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("type").asText()).isEqualTo("REQUEST");
    assertThat(event.path("routeKey").asText()).isEqualTo("GET /things/{id}");
    assertThat(event.path("routeArn").asText()).endsWith(":local/$default/GET/things/1");
    assertThat(event.path("identitySource")).hasToString("[\"Bearer t\",\"GET /things/{id}\"]");
    assertThat(event.at("/headers/authorization").asText()).isEqualTo("Bearer t");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("1");
    assertThat(event.at("/queryStringParameters/colour").asText()).isEqualTo("red");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("GET");
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void anAnswer_isKeptForItsTokenAndItsRoute_andNoLongerThanTheTemplateSays() {
    running.get("/things/1", "t");
    running.get("/things/2", "t");
    assertThat(asked).hasSize(1);
    running.get("/things", "t");
    assertThat(asked).hasSize(2);
    running.get("/things", "another");
    assertThat(asked).hasSize(3);

    CLOCK.passes(Duration.ofSeconds(301));
    running.get("/things/1", "t");
    assertThat(asked).hasSize(4);
  }

  @Test
  void withoutAnIdentity_itIs401_andNobodyIsAsked() {
    var answer = running.get("/things/1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(running.send(running.to("/things/1").header("authorization", " ")).statusCode())
        .isEqualTo(401);
    assertThat(asked).isEmpty();
  }

  @Test
  void whoIsNotAuthorized_isForbidden_andThatIsKeptToo() {
    guardSays("{\"isAuthorized\":false}");

    var answer = running.get("/things/1", "t");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    running.get("/things/1", "t");
    assertThat(asked).hasSize(1);
    assertThat(told).isEmpty();
  }

  @Test
  void theErrorUnauthorized_isA401_andIsNotKept() {
    Toy.does(
        "Guard",
        call -> {
          throw new IllegalStateException("Unauthorized");
        });
    assertThat(running.get("/things/1", "t").statusCode()).isEqualTo(401);

    guardSays("{\"isAuthorized\":true}");
    assertThat(running.get("/things/1", "t").statusCode()).isEqualTo(200);
  }

  @Test
  void anyOtherError_isA500() {
    Toy.does(
        "Guard",
        call -> {
          throw new IllegalStateException("broken");
        });
    assertThat(running.get("/things/1", "t").statusCode()).isEqualTo(500);
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "{}",
        "{\"isAuthorized\":\"true\"}",
        "{\"isAuthorized\":true,\"context\":{\"list\":[1]}}"
      })
  void anAnswerThatIsNone_isA500(String answer) {
    guardSays(answer);

    assertThat(running.get("/things/1", "t").statusCode()).isEqualTo(500);
    assertThat(told).isEmpty();
  }

  @Test
  void theTemplate_saysWhichFunctionIsAsked_andForHowLongItsWordCounts() {
    assertThat(running.machine().stack().api().routes())
        .filteredOn(route -> route.key().equals("GET /things"))
        .extracting(Api.Route::authorizer)
        .containsExactly(
            new Api.Lambda(
                "Guards",
                "Guard",
                List.of("$request.header.Authorization", "$context.routeKey"),
                Duration.ofMinutes(5)));
  }

  @Test
  void anAuthorizerThatTheApiMayNotCall_orThatAnswersInAnotherForm_isRefusedByName() {
    refused("EnableFunctionDefaultPermissions: true", "EnableFunctionDefaultPermissions: false");
    refused("AuthorizerPayloadFormatVersion: \"2.0\"", "AuthorizerPayloadFormatVersion: \"1.0\"");
    refused("EnableSimpleResponses: true", "EnableSimpleResponses: false");
    refused("!Ref Guard.Alias", "nobody");
    refused("Context: [routeKey]", "Context: [stage]");
  }

  private static void refused(String from, String to) {
    var file = ToyTemplate.file(toy -> ToyTemplate.replaceOnce(guarded(toy), from, to));
    assertThatThrownBy(() -> Template.read(file).on(Ground.beforeStart(Map.of())))
        .as(to)
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Guards");
  }
}
