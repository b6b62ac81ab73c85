package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP API of the template lets through, and what the function is told. */
class GatewayTest {
  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(ToyTemplate.file("Timeout: 5", "Timeout: 1"))
          .with(settings -> settings.withGatewayPatience(Duration.ofMillis(1_500)));

  private static final BlockingQueue<String> EVENTS = new LinkedBlockingQueue<>();

  @BeforeEach
  void webRemembersItsEvents() {
    EVENTS.clear();
    Toy.does(
        "Web",
        call -> {
          EVENTS.add(call.event());
          return "{\"statusCode\":200,\"body\":\"fine\"}";
        });
  }

  @Test
  void publicRouteNeedsNoToken() {
    assertThat(running.post("/things", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void scopeOfTheRouteOpensIt() {
    assertThat(running.get("/things/1", machineToken()).statusCode()).isEqualTo(200);
    assertThat(running.get("/things", machineToken()).statusCode()).isEqualTo(200);
    assertThat(running.get("/things", operatorToken()).statusCode()).isEqualTo(200);
  }

  @Test
  void tokenWithoutAScopeOfTheRouteIsForbidden() {
    var answer = running.get("/things/1", operatorToken());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(answer.headers().firstValue("www-authenticate"))
        .hasValueSatisfying(it -> assertThat(it).contains("error=\"insufficient_scope\""));
  }

  @Test
  void routeWithoutScopesTakesAnyToken() {
    assertThat(running.get("/me", operatorToken()).statusCode()).isEqualTo(200);
  }

  @Test
  void missingTokenIsUnauthorized() {
    var answer = running.get("/me");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/things/",
        "/things/1/2",
        "/things/%2E%2E/me/x",
        "/me/",
        "/Things",
        "/files/",
        "/files",
        "/_local/nothing"
      })
  void unknownPathIsNotFound(String path) {
    assertNotFound(running.get(path, machineToken()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "HEAD", "OPTIONS", "PUT"})
  void unknownMethodIsNotFound(String method) {
    var request = running.to("/things", machineToken()).method(method, BodyPublishers.noBody());
    assertThat(running.send(request).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/things/best,  GET /things/best,   ",
    "/things/better,GET /things/{id},   better",
    "/things/a%2Fb, GET /things/{id},   a/b",
    "/things/..,    GET /things/{id},   ..",
    "/things/a+b,   GET /things/{id},   a+b",
    "/things/%C3%A4,GET /things/{id},   ä",
  })
  void mostSpecificRouteTakesTheRequest(String path, String routeKey, String id) throws Exception {
    running.get(path, machineToken());
    var event = lastEvent();
    assertThat(event.getRouteKey()).isEqualTo(routeKey);
    if (id != null) assertThat(event.getPathParameters()).containsEntry("id", id);
  }

  @Test
  void greedyParameterTakesTheRestOfThePath() throws Exception {
    running.send(running.to("/files/a/b%20c").method("PUT", BodyPublishers.noBody()));
    var event = lastEvent();
    assertThat(event.getRouteKey()).isEqualTo("ANY /files/{proxy+}");
    assertThat(event.getPathParameters()).containsEntry("proxy", "a/b c");
  }

  @Test
  void eventIsWhatAmazonsOwnClassReads() throws Exception {
    running.send(
        running
            .to("/things?colour=red&colour=dark%20blue&empty=")
            .header("content-type", "application/json")
            .header("X-Some", "one")
            .header("X-Some", "two")
            .header("cookie", "a=1; b=2")
            .POST(BodyPublishers.ofString("{\"ä\":1}")));
    var event = lastEvent();
    assertThat(event.getVersion()).isEqualTo("2.0");
    assertThat(event.getRawPath()).isEqualTo("/things");
    assertThat(event.getRawQueryString()).isEqualTo("colour=red&colour=dark%20blue&empty=");
    assertThat(event.getQueryStringParameters())
        .containsEntry("colour", "red,dark blue")
        .containsEntry("empty", "");
    assertThat(event.getHeaders())
        .containsEntry("x-some", "one,two")
        .doesNotContainKey("cookie")
        .containsKey("host");
    assertThat(event.getCookies()).containsExactly("a=1", "b=2");
    assertThat(event.getBody()).isEqualTo("{\"ä\":1}");
    assertThat(event.getIsBase64Encoded()).isFalse();
    var context = event.getRequestContext();
    assertThat(context.getStage()).isEqualTo("$default");
    assertThat(context.getRequestId()).isNotEmpty();
    assertThat(context.getTimeEpoch()).isPositive();
    assertThat(context.getHttp().getMethod()).isEqualTo("POST");
    assertThat(context.getHttp().getSourceIp()).isEqualTo("127.0.0.1");
    assertThat(context.getAuthorizer()).isNull();
  }

  @Test
  void claimsReachTheFunctionAsTexts() throws Exception {
    running.get("/me", operatorToken());
    var claims = lastEvent().getRequestContext().getAuthorizer().getJwt().getClaims();
    assertThat(claims)
        .containsEntry("cognito:groups", "[operator]")
        .containsEntry("username", "operator")
        .containsEntry("client_id", "PeopleClient")
        .containsEntry("token_use", "access")
        .containsEntry("version", "2")
        .containsEntry("scope", "aws.cognito.signin.user.admin")
        .doesNotContainKey("aud");
    assertThat(claims.get("exp")).matches("\\d+");
  }

  @Test
  void machineTokenHasAllScopesOfTheResourceServer() throws Exception {
    running.get("/things/1", machineToken());
    var jwt = lastEvent().getRequestContext().getAuthorizer().getJwt();
    assertThat(jwt.getClaims())
        .containsEntry("client_id", "billing")
        .containsEntry("sub", "billing")
        .containsEntry("scope", "toy/read toy/write")
        .doesNotContainKey("username");
    assertThat(jwt.getScopes()).containsExactly("toy/read");
  }

  @Test
  void bodyThatIsNoTextIsBase64() throws Exception {
    running.send(
        running
            .to("/things")
            .header("content-type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(new byte[] {0, 1, 2})));
    var event = lastEvent();
    assertThat(event.getIsBase64Encoded()).isTrue();
    assertThat(event.getBody()).isEqualTo("AAEC");
  }

  @Test
  void bodyOverTenMegabytesIsTooLarge() {
    var answer = running.post("/things", "x".repeat(10 * 1024 * 1024 + 1));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    assertThat(running.post("/things", "x".repeat(1024 * 1024)).statusCode()).isEqualTo(200);
  }

  @Test
  void answerKeepsStatusHeadersCookiesAndBinaryBody() {
    Toy.does(
        "Web",
        call ->
            """
            {"statusCode":201,"headers":{"Location":"/things/7","content-type":"text/html"},
             "cookies":["a=1","b=2"],"body":"PGI+","isBase64Encoded":true}
            """);
    var answer = running.post("/things", "{}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("location")).hasValue("/things/7");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(answer.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
    assertThat(answer.body()).isEqualTo("<b>");
  }

  @Test
  void bytes_goInAndComeOut_asTheyAre() {
    var bytes = new byte[] {(byte) 0xa1, 0x61, 'a', (byte) 0xf9, 0, (byte) 0xff};
    Toy.does(
        "Web",
        call -> {
          var event = (ObjectNode) new ObjectMapper().readTree(call.event());
          return event.retain("body", "isBase64Encoded").put("statusCode", 200).toString();
        });
    var answer =
        running.sendForBytes(
            running
                .to("/things")
                .header("content-type", "application/cbor")
                .POST(BodyPublishers.ofByteArray(bytes)));
    assertThat(answer.body()).isEqualTo(bytes);
  }

  @Test
  void answerWithoutAStatusIsTheBodyItself() {
    Toy.does("Web", call -> "{\"id\":7}");
    var answer = running.post("/things", "{}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"id\":7}");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{\"statusCode\":7}"})
  void malformedAnswerIsAnInternalServerError(String returned) {
    Toy.does("Web", call -> returned);
    assertInternalServerError(running.post("/things", "{}"));
  }

  @Test
  void brokenFunctionIsAnInternalServerError() {
    Toy.does(
        "Web",
        call -> {
          throw new IllegalStateException("broken");
        });
    assertInternalServerError(running.post("/things", "{}"));
  }

  @Test
  void functionThatOutlivesItsTimeoutIsStoppedAndLosesItsInstance() {
    var instances = new LinkedBlockingQueue<Integer>();
    Toy.does(
        "Web",
        call -> {
          instances.add(call.instance());
          if (instances.size() == 1) TimeUnit.SECONDS.sleep(20);
          return "{}";
        });
    assertInternalServerError(running.post("/things", "{}"));
    assertThat(running.post("/things", "{}").statusCode()).isEqualTo(200);
    assertThat(instances).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void tokensComeFromTheGatewayToo() {
    assertThat(running.get("/_local/token?name=billing").body().split("\\.", -1)).hasSize(3);
    assertThat(running.get("/_local/token?name=Not+a+name").statusCode()).isEqualTo(400);
    assertThat(running.get("/_local/jwks.json").body())
        .contains("\"kty\":\"RSA\"")
        .doesNotContain("\"d\"");
  }

  private static void assertInternalServerError(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  private static void assertNotFound(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  private static APIGatewayV2HTTPEvent lastEvent() throws InterruptedException {
    var event = EVENTS.poll(5, TimeUnit.SECONDS);
    assertThat(event).as("the function got an event").isNotNull();
    return LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, GatewayTest.class.getClassLoader())
        .fromJson(String.valueOf(event));
  }

  private static String machineToken() {
    return running.machine().token("billing");
  }

  private static String operatorToken() {
    return running.machine().token("operator");
  }
}
