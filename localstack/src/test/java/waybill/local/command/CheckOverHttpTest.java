package waybill.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.local.command.ContractFolder.NUMBER;
import static waybill.local.command.ContractFolder.TEXT;
import static waybill.local.command.Ran.waybill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./waybill check --against URL}, against as much of a catalog as it asks for. */
class CheckOverHttpTest {
  private static final String TOKEN = "a.token";

  @TempDir private Path temporary;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer server = listening();
  private ContractFolder branch = new ContractFolder(Path.of(""));

  @BeforeEach
  void aBranch_andARunningCatalog() {
    branch = new ContractFolder(temporary.resolve("branch"));
    branch.contract("a.b", "BACKWARD_TRANSITIVE").schema("a.b/1", TEXT);
    answers.put("/contracts?limit=1", "{\"items\":[]}");
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatIsNotThereYet_isNew() {
    assertThat(check())
        .isEqualTo(new Ran(0, "a.b/1  ok, new\n\n1 ok, against " + url() + "/\n", ""));
  }

  @Test
  void whatIsThere_isComparedAndJudgedAgainst() {
    released("a.b", 1, TEXT);
    branch.schema("a.b/2", NUMBER);
    var ran = check();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("a.b/1  ok\na.b/2  BREAKS\n");

    released("a.b", 1, NUMBER);
    assertThat(check().out()).startsWith("a.b/1  CHANGED, though it is released\na.b/2  ok, ");
  }

  @Test
  void aRetiredVersion_isNotJudgedAgainst_butStaysAsItWas() {
    released("a.b", 1, TEXT);
    answers.put("/contracts/a.b", "{\"versions\":[{\"number\":1,\"state\":\"retired\"}]}");
    branch.schema("a.b/2", NUMBER);
    assertThat(check().out()).startsWith("a.b/1  ok\na.b/2  ok, new\n");

    branch.schema("a.b/1", NUMBER);
    assertThat(check().out()).startsWith("a.b/1  CHANGED");
  }

  @Test
  void aPolicy_holdsHereToo_andShowsItsRisk() {
    released("a.b", 1, "{\"type\":\"object\"}");
    branch.schema("a.b/1", "{\"type\":\"object\"}");
    branch.schema("a.b/2", "{\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"string\"}}}");
    assertThat(check().code()).isEqualTo(1);

    answers.put(
        "/contracts/a.b",
        "{\"policies\":[\"open-additions\"],\"versions\":[{\"number\":1,\"state\":\"active\"}]}");
    var ran = check();
    assertThat(ran.out().contains(" by open-additions: ")).isEqualTo(ran.code() == 0);
  }

  @Test
  void withoutItsToken_itIsRefused() {
    assertThat(waybill("check", branch.toString(), "--against", url()))
        .isEqualTo(
            new Ran(2, "", "waybill: " + url() + " wants a token: --token or WAYBILL_TOKEN\n"));
    assertThat(waybill("check", branch.toString(), "--against", url(), "--token", "a b\r\nc: d"))
        .extracting(Ran::code, Ran::err)
        .containsExactly(2, "waybill: the token is none: it has other characters than a token\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /contracts?limit=1         | 500 | {}      | /contracts?limit=1 answers 500
          /contracts?limit=1         | 404 | {}      | has no catalog: it answers 404 for /contracts
          /contracts?limit=1         | 302 | {}      | /contracts?limit=1 answers 302
          /contracts/a.b             | 403 | {}      | /contracts/a.b is not for this token
          /contracts/a.b             | 200 | <html>  | /contracts/a.b is no Waybill: its answer is not JSON at line 1, column 1
          /contracts/a.b/versions/1  | 200 | {}      | is no Waybill: it answers without schema
          /contracts/a.b             | 200 | {}      | is no Waybill: it answers without versions
          """)
  void anAnswerThatIsNone_isAMistakeAndNoVerdict(
      String path, String status, String body, String says) {
    released("a.b", 1, TEXT);
    answers.put(path, status + " " + body);

    var ran = check();
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo("waybill: " + url() + (says.startsWith("/") ? "" : " ") + says + "\n");
  }

  @Test
  void whereNobodyListens_itSaysSo() {
    server.stop(0);
    assertThat(check())
        .extracting(Ran::code, ran -> ran.err().replaceAll(": [^:]*$", ""))
        .containsExactly(2, "waybill: " + url() + " cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({"http://", "https://a b/", "http:// "})
  void aUrlThatIsNone_isRefused(String url) {
    assertThat(waybill("check", branch.toString(), "--against", url))
        .isEqualTo(new Ran(2, "", "waybill: " + url + " is not a URL\n"));
  }

  private Ran check() {
    return waybill("check", branch.toString(), "--against", url() + "/", "--token", TOKEN);
  }

  private void released(String contract, int version, String schema) {
    answers.put(
        "/contracts/" + contract,
        "{\"versions\":[{\"number\":" + version + ",\"state\":\"active\"}]}");
    answers.put(
        "/contracts/" + contract + "/versions/" + version,
        "{\"version\":" + version + ",\"schema\":" + schema + "}");
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A body, with another status than 200 before it if there is one. */
  private void answer(HttpExchange exchange) throws IOException {
    var said = answers.getOrDefault(String.valueOf(exchange.getRequestURI()), "404 {}");
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("authorization")))
      said = "401 {}";
    boolean named = said.matches("[0-9]{3} .*");
    var body = (named ? said.substring(4) : said).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(named ? Integer.parseInt(said.substring(0, 3)) : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static HttpServer listening() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
