package waybill.kit.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.ask.Wire.Got;

/** The JDK's client against a server of the JDK. */
class HttpWireTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration IMPATIENT = Duration.ofMillis(50);

  private final List<String> asked = new ArrayList<>();
  private final HttpWire wire = new HttpWire();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anAnswer_isReadWithItsStatusAndType() throws IOException {
    assertThat(wire.get(uri("/there"), Map.of("authorization", "Bearer t"), PATIENT))
        .isEqualTo(new Got(200, "application/json", "{\"ä\":1}"));
    assertThat(asked).containsExactly("GET /there Bearer t");
  }

  @Test
  void aRedirect_isNotFollowed_soNoTokenGoesAstray() throws IOException {
    assertThat(wire.get(uri("/redirect"), Map.of("authorization", "Bearer t"), PATIENT).status())
        .isEqualTo(302);
    assertThat(asked).containsExactly("GET /redirect Bearer t");
  }

  @Test
  void aBodyThatNeverEnds_isGivenUpInTime() {
    assertThatThrownBy(() -> wire.get(uri("/drips"), Map.of(), IMPATIENT))
        .isInstanceOf(IOException.class)
        .hasMessage("no answer in time");
  }

  @Test
  void whereNobodyListens_thereIsNoAnswer() {
    URI nobody = uri("/there");
    server.stop(0);
    assertThatThrownBy(() -> wire.get(nobody, Map.of(), PATIENT)).isInstanceOf(IOException.class);
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add("GET " + path + " " + exchange.getRequestHeaders().getFirst("authorization"));
    exchange.getResponseHeaders().set("content-type", "application/json");
    if (path.equals("/redirect")) {
      exchange.getResponseHeaders().set("location", uri("/there").toString());
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    byte[] body = "{\"ä\":1}".getBytes(StandardCharsets.UTF_8);
    boolean drips = path.equals("/drips");
    exchange.sendResponseHeaders(200, drips ? body.length + 1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().flush();
    if (!drips) exchange.close();
  }
}
