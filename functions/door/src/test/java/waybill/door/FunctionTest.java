package waybill.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;

/** The function as API Gateway calls it, and an issuer that it reaches over HTTP. */
class FunctionTest {
  private final RSAKey key = Pool.key("one");
  private HttpServer server;
  private DoorFunction function;

  @BeforeEach
  void anIssuerPublishesItsKeys() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = new JWKSet(key).toString().getBytes(UTF_8);
    server.createContext(
        "/pool/.well-known/jwks.json",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
    function =
        new DoorFunction(Map.of("SERVICE", "door", "ISSUER", issuer(), "LOG_LEVEL", "ERROR"));
  }

  private String issuer() {
    return "http://localhost:" + server.getAddress().getPort() + "/pool";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String token(String scope) {
    Pool pool = new Pool();
    return Pool.signed(
        pool.machine("mill")
            .issuer(issuer())
            .claim("scope", scope)
            .claim("username", "ada")
            .claim("cognito:groups", List.of("operator", "member"))
            .issueTime(Date.from(Instant.EPOCH))
            .expirationTime(Date.from(Instant.parse("2100-01-01T00:00:00Z"))),
        key);
  }

  @Test
  void whoIsLetIn_isTextsToTheNextFunction() throws IOException {
    JsonNode answer = asked(token("waybill/publish"), "POST /messages");

    assertThat(answer.path("isAuthorized").asBoolean()).isTrue();
    assertThat(answer.path("context"))
        .isEqualTo(
            Json.parse(
                """
                {"sub":"mill","client_id":"mill","username":"ada","scope":"waybill/publish",
                 "token_use":"access","cognito:groups":"operator member"}"""));
  }

  @Test
  void whoHasNoScope_isRefusedWithoutAWord() throws IOException {
    JsonNode answer = asked(token("waybill/read"), "POST /messages");

    assertThat(answer).isEqualTo(Json.parse("{\"isAuthorized\":false,\"context\":{}}"));
  }

  /** Of exactly this message API Gateway makes a 401. */
  @Test
  void whoseTokenIsNotTrusted_isTheErrorUnauthorized() {
    assertThatThrownBy(() -> asked("x", "POST /messages")).hasMessage("Unauthorized");
  }

  @Test
  void withSnapStart_theKeysAreReadBeforeThePicture_andAnIssuerThatIsAwayStopsNoDeployment() {
    server.stop(0);
    new DoorFunction(
        Map.of(
            "SERVICE", "door", "ISSUER", issuer(), "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
  }

  private JsonNode asked(String token, String route) throws IOException {
    String event =
        """
        {"version":"2.0","type":"REQUEST","routeKey":"%s","identitySource":["Bearer %s","%s"],
         "headers":{"authorization":"not this one"}}"""
            .formatted(route, token, route);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, nobody());
    return Json.parse(out.toString(UTF_8));
  }

  private static Context nobody() {
    return (Context)
        Proxy.newProxyInstance(
            FunctionTest.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> null);
  }
}
