package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import waybill.exchange.webhook.Reply.Outcome;
import waybill.kit.testing.NoBooks;

/**
 * Where a letter connects to, and whom it takes for the host. The address dialled is noted, and a
 * server on loopback answers in its place.
 */
@Timeout(30)
@NoBooks("which addresses are connected")
class ConnectionTest {
  private static final String PUBLIC = "93.184.216.34";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final URI HOOKS = URI.create("https://hooks.example.com/in");
  private static Certificate ofHooks;
  private static Certificate ofOther;
  private static Certificate ofAddress;

  private final List<String> dialled = new CopyOnWriteArrayList<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private final Endpoints endpoints = new Endpoints(this::resolve, AllowList.NOTHING);

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    ofHooks = Certificate.of(folder, "dns:hooks.example.com");
    ofOther = Certificate.of(folder, "dns:other.example.com");
    ofAddress = Certificate.of(folder, "ip:" + PUBLIC);
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    return List.of(InetAddress.getByName(answers.remove()));
  }

  private Sender sender(TestEndpoint instead, SSLSocketFactory tls) {
    Dial noting =
        (socket, to, timeout) -> {
          dialled.add(to.getAddress().getHostAddress() + ":" + to.getPort());
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), instead.port()), timeout);
        };
    return new Sender(endpoints, Duration.ofSeconds(10), tls, noting);
  }

  private static TestEndpoint served(Certificate certificate, List<String> names) throws Exception {
    return new TestEndpoint(
        certificate.listen(),
        call -> {
          call.read();
          ((ExtendedSSLSession) ((SSLSocket) call.socket()).getSession())
              .getRequestedServerNames()
              .forEach(name -> names.add(((SNIHostName) name).getAsciiName()));
          call.write(OK);
        });
  }

  private static TestEndpoint served(Certificate certificate) throws Exception {
    return served(certificate, new CopyOnWriteArrayList<>());
  }

  /** Asked a second time, the name would lead inside. */
  @Test
  void row53_theAddressThatWasChecked_isTheOneConnected() throws Exception {
    answers.addAll(List.of(PUBLIC, "127.0.0.1"));
    try (TestEndpoint endpoint = served(ofHooks)) {
      Reply reply = sender(endpoint, ofHooks.trusted()).post(Letters.to(HOOKS));

      assertThat(reply).isEqualTo(Reply.handled(200));
      assertThat(dialled).containsExactly(PUBLIC + ":443");
      assertThat(answers).containsExactly("127.0.0.1");
    }
  }

  @Test
  void row53_anAddressThatRebindsAfterRegistration_isNeverConnected() throws Exception {
    for (String inside : List.of("127.0.0.1", "169.254.169.254", "fd00:ec2::254", "10.0.0.1")) {
      answers.addAll(List.of(PUBLIC, inside));
      try (TestEndpoint endpoint = served(ofHooks)) {
        assertThat(endpoints.check(HOOKS)).isEmpty();

        Reply reply = sender(endpoint, ofHooks.trusted()).post(Letters.to(HOOKS));

        assertThat(reply)
            .isEqualTo(
                Reply.notSent("the address is refused: its host is not at a public address"));
        assertThat(dialled).isEmpty();
        assertThat(endpoint.connections()).isZero();
      }
    }
  }

  @Test
  void row53_aPrivateLiteral_isNeverConnected() throws Exception {
    try (TestEndpoint endpoint = served(ofHooks)) {
      Sender sender = sender(endpoint, ofHooks.trusted());
      for (String host : List.of("127.0.0.1", "2130706433", "[::ffff:7f00:1]", "169.254.169.254"))
        assertThat(sender.post(Letters.to(URI.create("https://" + host + "/"))).reason())
            .startsWith("the address is refused: ");
      assertThat(dialled).isEmpty();
    }
  }

  @Test
  void row53_withoutTls_nothingIsSent() throws Exception {
    answers.add(PUBLIC);
    try (TestEndpoint endpoint = served(ofHooks)) {
      Reply reply =
          sender(endpoint, ofHooks.trusted())
              .post(Letters.to(URI.create("http://hooks.example.com/in")));

      assertThat(reply).isEqualTo(Reply.notSent("the address is refused: it is not https"));
      assertThat(dialled).isEmpty();
    }
  }

  @Test
  void theHostsName_isKeptForTheCertificateAndTheServer() throws Exception {
    answers.add(PUBLIC);
    List<String> names = new CopyOnWriteArrayList<>();
    try (TestEndpoint endpoint = served(ofHooks, names)) {
      sender(endpoint, ofHooks.trusted()).post(Letters.to(HOOKS));

      assertThat(names).containsExactly("hooks.example.com");
      assertThat(endpoint.requests.get(0).headers()).containsEntry("host", "hooks.example.com");
      assertThat(endpoint.requests.get(0).line()).isEqualTo("POST /in HTTP/1.1");
    }
  }

  @Test
  void aCertificateOfAnotherHost_isNotAccepted() throws Exception {
    answers.add(PUBLIC);
    try (TestEndpoint endpoint = served(ofOther)) {
      assertThat(sender(endpoint, ofOther.trusted()).post(Letters.to(HOOKS)))
          .isEqualTo(NOT_TRUSTED);
      assertThat(endpoint.requests).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesFor_isNotAccepted() throws Exception {
    answers.add(PUBLIC);
    try (TestEndpoint endpoint = served(ofHooks)) {
      assertThat(sender(endpoint, ofOther.trusted()).post(Letters.to(HOOKS)))
          .isEqualTo(NOT_TRUSTED);
      assertThat(endpoint.requests).isEmpty();
    }
  }

  private static final Reply NOT_TRUSTED =
      Reply.notSent("its certificate is not trusted for its host (during the TLS handshake)");

  @Test
  void anAddressAsHost_needsACertificateThatNamesIt() throws Exception {
    URI literal = URI.create("https://" + PUBLIC + ":8443/");
    try (TestEndpoint named = served(ofAddress);
        TestEndpoint unnamed = served(ofHooks)) {
      assertThat(sender(named, ofAddress.trusted()).post(Letters.to(literal)))
          .isEqualTo(Reply.handled(200));
      assertThat(sender(unnamed, ofHooks.trusted()).post(Letters.to(literal)))
          .isEqualTo(NOT_TRUSTED);
      assertThat(dialled).containsOnly(PUBLIC + ":8443");
    }
  }

  @Test
  void anEndpointWithoutTls_wasSentNothing() throws Exception {
    answers.add(PUBLIC);
    try (TestEndpoint endpoint =
        TestEndpoint.doing(call -> call.write("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      Reply reply = sender(endpoint, ofHooks.trusted()).post(Letters.to(HOOKS));

      assertThat(reply.outcome()).isEqualTo(Outcome.LATER);
      assertThat(reply.unknown()).isFalse();
      assertThat(reply.reason()).endsWith("(during the TLS handshake)");
    }
  }
}
