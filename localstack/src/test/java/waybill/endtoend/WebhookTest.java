package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** A service that joined at run time is called, and can tell that it was the exchange. */
class WebhookTest {
  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(
          ChangedTemplate.with(
              copy -> copy.in("WebhookAllow", "Default: \"\"", "Default: \"127.0.0.1\"")));

  private record Received(String id, String timestamp, String signature, String body) {}

  private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
  private static HttpServer server;
  private static Depot depot;
  private static volatile int answer = 204;

  @BeforeAll
  static void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", WebhookTest::receive);
    server.start();
    depot = Depot.registeredAt(running);
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      RECEIVED.add(
          new Received(
              headers.getFirst("webhook-id"),
              headers.getFirst("webhook-timestamp"),
              headers.getFirst("webhook-signature"),
              body));
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  private static String hook() {
    return "{\"kind\":\"webhook\",\"url\":\"http://127.0.0.1:%d/hook\"}"
        .formatted(server.getAddress().getPort());
  }

  private static String signed(Received received, String secret) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String text = received.id() + "." + received.timestamp() + "." + received.body();
    byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signature);
  }

  @Test
  void aMessage_isBroughtAndSigned_andItsAnswerIsTheReceipt() throws GeneralSecurityException {
    String secret = depot.joins("hooked", hook()).path("secret").asText();
    String id = depot.says("hooked", "p1");

    depot.awaitState(id, "hooked", "handled");
    Received received =
        RECEIVED.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    assertThat(received.signature()).isEqualTo(signed(received, secret));
    assertThat(Spine.read(received.body()).at("/data/parcel").asText()).isEqualTo("p1");

    answer = 410;
    String refused = depot.says("gone", "p1");
    await("the endpoint's end")
        .atMost(Duration.ofSeconds(20))
        .until(() -> depot.stateOf("hooked").equals("disabled"));
    answer = 204;
    assertThat(depot.joins("hooked", hook()).path("state").asText()).isEqualTo("active");
    assertThat(refused).isNotEqualTo(id);
  }
}
