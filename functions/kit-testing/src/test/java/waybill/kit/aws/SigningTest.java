package waybill.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.Env;

/** What is signed here is what arrives, by somebody else's reckoning. */
class SigningTest {
  private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  private final List<Boolean> valid = new ArrayList<>();
  private final List<String> credentials = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatIsSigned_isTakenAsItWasSent_andNothingElseIs() throws Exception {
    send(BODY, BODY);
    send(BODY, "{\"a\":2}".getBytes(StandardCharsets.UTF_8));
    assertThat(valid).containsExactly(true, false);
    assertThat(credentials).allMatch(one -> one.contains("/eu-central-1/cognito-idp/"));
  }

  private void send(byte[] signed, byte[] sent) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Env env =
        new Env(
            Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(sent));
    new Aws(env)
        .signing("cognito-idp")
        .headers(uri, Map.of("x-amz-target", "Some.Call"), signed)
        .forEach(request::header);
    HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    valid.add(Signature.isValid(exchange, body));
    credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("authorization")));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
