package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.local.RunningMachine;

/**
 * What is sent to do harm is refused in the right words, leaves nothing behind, and can be found in
 * the log.
 */
class HostileTest {
  @RegisterExtension static final Said said = new Said();

  @RegisterExtension
  static final RunningMachine running = RunningMachine.ofTheRepository().with(said::by);

  private static final Spine SPINE = new Spine(running);
  private static final String DEEP = "[".repeat(20_000) + "]".repeat(20_000);

  private Set<String> before = Set.of();

  @BeforeAll
  static void theMillHasAContract() {
    operate("/services/mill", "{\"client_ids\":[\"mill\"],\"provides\":[],\"consumes\":[]}");
    operate("/contracts/mill.flour", "{\"kind\":\"event\",\"readers\":[\"mill\"]}");
    SPINE.awaitNothingUnsent("CatalogTable");
  }

  private static void operate(String path, String body) {
    String summed = body.replaceFirst("\\{", "{\"summary\":\"In a test.\",");
    assertThat(send("PUT", path, SPINE.operator(), summed).statusCode()).isEqualTo(201);
  }

  @BeforeEach
  void lookAtWhatIsThere() {
    before = stored();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(stored()).isEqualTo(before);
  }

  private static Set<String> stored() {
    Set<String> keys = new TreeSet<>();
    for (String table : new String[] {"UsersTable", "OrdersTable", "CatalogTable"})
      SPINE.items(table).forEach(item -> keys.add(table + item.get("pk") + item.get("sk")));
    return keys;
  }

  static Stream<String> bombs() {
    return Stream.of(
        user(DEEP),
        "{\"a\":".repeat(10_000),
        user("1e999999999"),
        user("1" + "0".repeat(60_000)),
        user("\"Ada\",\"name\":\"Eve\""),
        user("\"\\ud800\""),
        user("\"Ada\"") + user("\"Eve\""),
        "\ufeff" + user("\"Ada\""),
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
  }

  private static String user(String name) {
    return "{\"email\":\"bomb@example.com\",\"name\":" + name + "}";
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void aBomb_isNoJson(String body) {
    assertRefused(send("POST", "/users", "", body), 400, "malformed", "POST /users");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/xml        | <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>
          application/xml        | <!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>
          application/xml        | <!DOCTYPE a SYSTEM "http://169.254.169.254/a.dtd"><a/>
          text/xml               | <?xml version="1.0" encoding="UTF-16"?><a/>
          application/cbor       | [[[[[[[[
          application/x-protobuf | ~~~~~~~~
          """)
  void aBombInAnotherForm_isMalformed(String type, String body) {
    var request =
        running.to("/users").header("content-type", type).POST(BodyPublishers.ofString(body));
    assertRefused(running.send(request), 400, "malformed", "POST /users");
  }

  @Test
  void aDocumentThatIsNoUtf8_isNoJson() {
    for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
      var request =
          running
              .to("/users")
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofByteArray(user("\"Zo\u00eb\"").getBytes(charset)));
      assertRefused(running.send(request), 400, "malformed", "POST /users");
    }
  }

  /** A line break in a value must not begin a line of its own, nor a value stand in a line. */
  @Test
  void whatLooksLikeALineOfTheLog_isNoneInTheLog() {
    String forged = "Ada\\n{\\\"level\\\":\\\"ERROR\\\",\\\"message\\\":\\\"forged\\\"}";
    assertRefused(
        send("POST", "/users", "", user("\"" + forged + "\"")),
        422,
        "contract-violation",
        "POST /users");
    String path = "/users/x%0A%7B%22message%22:%22forged%22%7D";
    assertRefused(
        send("GET", path, SPINE.operator(), ""), 404, "not-found", "GET /users/{user_id}");
    assertThat(said.linesWith("forged")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "%0d%0aset-cookie:x=1", "\u00e4", "a;b", "<script>"})
  void aCorrelationIdThatIsNone_isNeitherRepeatedNorLogged(String id) {
    var answer = running.send(running.to("/health").header("x-correlation-id", id + "-injected"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().toString()).doesNotContain("injected");
    assertThat(said.linesWith("injected")).isEmpty();
  }

  static Stream<String> schemas() {
    return Stream.of(
        "{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}",
        "{\"type\":\"object\",\"patternProperties\":{\"^(a|a)*$\":{}}}",
        "{\"type\":\"object\",\"propertyNames\":{\"pattern\":\"^([a-z]+)*$\"}}",
        "{\"$ref\":\"#\"}",
        "{\"$ref\":\"http://169.254.169.254/latest/meta-data\"}",
        "{\"$ref\":\"file:///etc/passwd\"}",
        "{\"allOf\":[{\"$ref\":\"#/$defs/a\"}],\"$defs\":{\"a\":{\"allOf\":[{\"$ref\":\"#/$defs/b\"}]},"
            + "\"b\":{\"allOf\":[{\"$ref\":\"#/$defs/a\"}]}}}");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aSchemaThatWouldBurnTime_orReachOut_isNoVersion(String schema) {
    var answer =
        send(
            "POST",
            "/contracts/mill.flour/versions",
            running.machine().token("mill"),
            "{\"schema\":" + schema + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    said.awaitLine("POST /contracts/{name}/versions", "422", problem(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.1.2.3/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://0x7f.1/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "http://example.com/",
        "https://user:secret@example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "https://example.com:22/",
        "https://example.com/#fragment",
        "https://example.com\\@127.0.0.1/"
      })
  void anEndpointInside_isNoSubscription(String endpoint) {
    String mill = running.machine().token("mill");
    String body =
        "{\"contracts\":[\"users.user-registered/1\"],\"start\":\"now\",\"delivery\":{\"kind\":\"webhook\",\"endpoint\":\"%s\"}}"
            .formatted(endpoint.replace("\\", "\\\\"));
    var answer = send("PUT", "/subscriptions/inside", mill, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    said.awaitLine("PUT /subscriptions/{name}", "422", problem(answer));
    assertThat(send("GET", "/subscriptions/inside", mill, "").statusCode()).isIn(403, 404);
  }

  /** What reaches no function is in the access log, and who came with a bad token at the door. */
  @Test
  void whatTheGatewayRefuses_isInItsOwnLog() {
    assertThat(send("GET", "/nowhere", "", "").statusCode()).isEqualTo(404);
    said.awaitLine("\"status\":\"404\"", "\"route\":\"-\"");
    assertThat(send("GET", "/users", "no-token", "").statusCode()).isEqualTo(401);
    said.awaitLine("\"status\":\"401\"", "\"route\":\"GET /users\"");
    assertThat(send("GET", "/contracts", "no-token", "").statusCode()).isEqualTo(401);
    said.awaitLine("\"status\":\"401\"", "\"route\":\"GET /contracts\"");
    said.awaitLine("refused", "no signed token", "GET /contracts");
  }

  @Test
  void whatIsOversized_isRefusedBeforeItIsRead() {
    String token = SPINE.operator();
    assertRefused(
        send("POST", "/users", "", user("\"" + "x".repeat(70_000) + "\"")),
        413,
        "too-large",
        "POST /users");
    assertThat(send("POST", "/users", "", "x".repeat(11 << 20)).statusCode()).isEqualTo(413);
    assertRefused(
        running.send(
            running
                .to("/orders", token)
                .header("idempotency-key", "k".repeat(5_000))
                .POST(BodyPublishers.ofString("{}"))),
        400,
        "bad-header",
        "POST /orders");
    assertRefused(
        send("GET", "/users?cursor=" + "A".repeat(20_000), token, ""),
        422,
        "contract-violation",
        "GET /users");
    assertRefused(
        send("GET", "/users/" + "u".repeat(5_000), token, ""),
        404,
        "not-found",
        "GET /users/{user_id}");
  }

  private static HttpResponse<String> send(String method, String path, String token, String body) {
    var request = token.isEmpty() ? running.to(path) : running.to(path, token);
    return running.send(
        request
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private static void assertRefused(
      HttpResponse<String> answer, int status, String problem, String route) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(problem(answer)).isEqualTo(problem);
    said.awaitLine(route, String.valueOf(status), problem);
  }

  private static String problem(HttpResponse<String> answer) {
    String type = Spine.read(answer.body()).path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }
}
