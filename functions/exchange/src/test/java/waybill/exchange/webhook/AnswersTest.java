package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.exchange.webhook.Reply.Outcome;
import waybill.kit.testing.NoBooks;

/** What endpoints answer, over real sockets. */
@NoBooks("what an endpoint's answer means")
class AnswersTest {
  private final Sender sender =
      sender(new Endpoints(Resolver.system(), AllowList.parse("127.0.0.1")));

  private static Sender sender(Endpoints endpoints) {
    return new Sender(
        endpoints, Duration.ofSeconds(5), (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private Reply replyTo(String answer) throws IOException {
    try (TestEndpoint endpoint = TestEndpoint.answering(answer)) {
      return sender.post(Letters.to(endpoint.uri()));
    }
  }

  private static String answer(int status, String... headers) {
    return "HTTP/1.1 "
        + status
        + " So\r\n"
        + String.join("", headers)
        + "Content-Length: 6\r\n\r\nsecret";
  }

  @Test
  void theReceiver_getsTheLetterSigned() throws IOException {
    try (TestEndpoint endpoint = TestEndpoint.answering(answer(200))) {
      sender.post(Letters.to(endpoint.uri()));

      TestEndpoint.Request request = endpoint.requests.get(0);
      assertThat(request.line()).isEqualTo("POST /hooks?of=waybill HTTP/1.1");
      assertThat(request.headers())
          .containsEntry("host", "127.0.0.1:" + endpoint.port())
          .containsEntry("content-type", "application/cloudevents+json")
          .containsEntry("webhook-id", "users~u1~7")
          .containsEntry("connection", "close");
      assertThat(new String(request.body(), StandardCharsets.UTF_8))
          .isEqualTo("{\"name\":\"Zoë\"}");
      assertThat(verifier().refusal(request.headers(), request.body())).isEmpty();
    }
  }

  private static Verifier verifier() {
    return new Verifier(Letters.SECRET, Clock.fixed(Letters.NOW, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void twoHundreds_areHandled(int status) throws IOException {
    assertThat(replyTo(answer(status))).isEqualTo(Reply.handled(status));
  }

  @Test
  void row51_gone_isForGood() throws IOException {
    assertThat(replyTo(answer(410))).isEqualTo(Reply.gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 422, 500, 502, 504, 599})
  void row51_whateverElseIsAnswered_isTriedLater(int status) throws IOException {
    assertThat(replyTo(answer(status))).isEqualTo(Reply.later("answered " + status, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void row51_retryAfter_isPassedOn(int status) throws IOException {
    assertThat(replyTo(answer(status, "retry-AFTER:  120 \r\n")))
        .isEqualTo(Reply.later("answered " + status, Duration.ofMinutes(2)));
    assertThat(replyTo(answer(status, "Retry-After: Thu, 01 Jan 2026 12:00:30 GMT\r\n")))
        .isEqualTo(Reply.later("answered " + status, Duration.ofSeconds(30)));
    assertThat(replyTo(answer(status, "Retry-After: soon\r\n")).retryAfter()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void row51_aRedirect_isNotFollowed(int status) throws IOException {
    try (TestEndpoint elsewhere = TestEndpoint.answering(answer(200))) {
      Reply reply = replyTo(answer(status, "Location: " + elsewhere.uri() + "\r\n"));

      assertThat(reply)
          .isEqualTo(Reply.later("answered " + status + ": redirects are not followed", null));
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense",
        "HTTP/1.1 200 OK\r\n\r\nuntil it closes",
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshorter than said",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999\r\n\r\n",
        "HTTP/1.1 200\r\n\r\n",
        "HTTP/1.0 200 OK\n\n",
        "HTTP/1.1 200 OK\r\nno colon here\r\n: nameless\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 100 Go\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
      })
  void aCompleteHead_isEnough(String answer) throws IOException {
    assertThat(replyTo(answer).outcome()).isEqualTo(Outcome.HANDLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 ２００ OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "\r\n\r\n",
        "{\"status\":200}\r\n\r\n"
      })
  void row36_whatIsNoAnswer_leavesItUnknownWhetherTheLetterWasRead(String answer)
      throws IOException {
    Reply reply = replyTo(answer);

    assertThat(reply.outcome()).isEqualTo(Outcome.LATER);
    assertThat(reply.unknown()).isTrue();
    assertThat(reply.reason()).endsWith("(while waiting for its answer)");
  }

  @Test
  void aHeadOverSixteenKilobytes_isNotRead() throws IOException {
    String long_ = "X-Long: " + "a".repeat(15 * 1024) + "\r\n";

    assertThat(replyTo(answer(200, long_)).outcome()).isEqualTo(Outcome.HANDLED);
    assertThat(replyTo(answer(200, long_, long_)).reason()).contains("too large a head");
    assertThat(replyTo("HTTP/1.1 100 Continue\r\n\r\n".repeat(1000)).reason())
        .contains("too large a head");
  }

  @Test
  void whatAnEndpointWrites_doesNotComeIntoTheReason() throws IOException {
    assertThat(replyTo("HTTP/1.1 500 secret\r\nX: secret\r\n\r\nsecret").reason())
        .doesNotContain("secret");
    assertThat(replyTo("secret\r\n\r\n").reason()).doesNotContain("secret");
  }

  @Test
  void garbage_neverThrows() throws IOException {
    Random random = new Random(7);
    try (TestEndpoint endpoint =
        TestEndpoint.doing(
            call -> {
              byte[] garbage = new byte[random.nextInt(400)];
              random.nextBytes(garbage);
              call.read();
              if (random.nextBoolean()) call.write("HTTP/1.1 200 OK\r\n");
              call.socket().getOutputStream().write(garbage);
            })) {
      for (int i = 0; i < 100; i++)
        assertThat(sender.post(Letters.to(endpoint.uri())).outcome())
            .isIn(Outcome.LATER, Outcome.HANDLED);
    }
  }

  @Test
  void whoeverAnswersAndClosesBeforeAllIsRead_isHeardOrTriedAgain() throws IOException {
    Letter large = Letters.of(URI.create("http://x/"), Letters.NOW, "a".repeat(1_000_000));
    try (TestEndpoint endpoint = TestEndpoint.doing(call -> call.write(answer(413)))) {
      Reply reply = sender.post(Letters.of(endpoint.uri(), Letters.NOW, large.body()));

      assertThat(reply.outcome()).isEqualTo(Outcome.LATER);
    }
  }

  @Test
  void row36_whereNobodyListens_nothingWasSent() throws IOException {
    TestEndpoint endpoint = TestEndpoint.answering("");
    URI address = endpoint.uri();
    endpoint.close();

    assertThat(sender.post(Letters.to(address)))
        .isEqualTo(Reply.notSent("the connection failed (while connecting)"));
  }

  /** At the first of the two nobody listens. */
  @Test
  void anAddressThatDoesNotAnswer_isPassedOverForTheNext() throws IOException {
    InetAddress silent = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    Endpoints endpoints =
        new Endpoints(
            host -> List.of(silent, InetAddress.getLoopbackAddress()),
            AllowList.parse("localhost"));
    try (TestEndpoint endpoint = TestEndpoint.answering(answer(200))) {
      URI address = URI.create("http://localhost:" + endpoint.port() + "/");

      assertThat(sender(endpoints).post(Letters.to(address))).isEqualTo(Reply.handled(200));
    }
  }

  @Test
  void headersOfTheTransport_areNotForTheLetterToSay() {
    for (String name : List.of("Host", "Content-Length", "Transfer-Encoding", "webhook-id"))
      assertThatThrownBy(() -> with(name, "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with("traceparent", "a\r\nhost: b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with("a b", "x")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Letter with(String name, String value) {
    return new Letter(
        URI.create("https://example.com/"),
        "users~u1~7",
        Letters.NOW,
        "{}",
        List.of(Letters.SECRET),
        Map.of(name, value));
  }
}
