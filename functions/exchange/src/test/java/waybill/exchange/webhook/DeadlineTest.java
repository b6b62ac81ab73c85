package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import waybill.exchange.webhook.Reply.Outcome;
import waybill.kit.testing.NoBooks;

/** An endpoint may be as slow as it likes, at any step: the deadline holds. */
@Timeout(20)
@NoBooks("how long a letter may take")
class DeadlineTest {
  private static final Duration DEADLINE = Duration.ofMillis(500);
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final Sender sender = sender(Resolver.system(), DEADLINE);

  /** For endpoints that answer: a busy machine must not make them late. */
  private final Sender patient = sender(Resolver.system(), Duration.ofSeconds(10));

  private static Sender sender(Resolver resolver, Duration deadline) {
    return new Sender(
        new Endpoints(resolver, AllowList.parse("127.0.0.1,localhost")),
        deadline,
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private static Reply timed(Sender sender, URI to) {
    long started = System.nanoTime();
    Reply reply = sender.post(Letters.to(to));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    return reply;
  }

  private static void drip(TestEndpoint.Call call, String text)
      throws IOException, InterruptedException {
    for (int at = 0; at < 10_000; at++) {
      call.write(String.valueOf(text.charAt(at % text.length())));
      Thread.sleep(10);
    }
  }

  @Test
  void row51_anEndpointThatHangs_isLeftAtTheDeadline() throws Exception {
    try (TestEndpoint endpoint =
        TestEndpoint.doing(
            call -> {
              call.read();
              call.hang();
            })) {
      assertThat(timed(sender, endpoint.uri()))
          .isEqualTo(Reply.unknown("no answer within 500 ms (while waiting for its answer)"));
      assertThat(endpoint.wasLeft()).isTrue();
    }
  }

  @Test
  void row51_aHeadThatDrips_isLeftAtTheDeadline() throws Exception {
    try (TestEndpoint endpoint =
        TestEndpoint.doing(
            call -> {
              call.read();
              drip(call, "HTTP/1.1 200 OK and so on");
            })) {
      assertThat(timed(sender, endpoint.uri()).unknown()).isTrue();
      assertThat(endpoint.wasLeft()).isTrue();
    }
  }

  @Test
  void row51_aBodyThatDrips_doesNotHoldBackTheAnswer() throws Exception {
    try (TestEndpoint endpoint =
        TestEndpoint.doing(
            call -> {
              call.read();
              call.write("HTTP/1.1 200 OK\r\n\r\n");
              drip(call, "more");
            })) {
      assertThat(timed(patient, endpoint.uri())).isEqualTo(Reply.handled(200));
      assertThat(endpoint.wasLeft()).isTrue();
    }
  }

  @Test
  void row51_anEndlessBody_isNotReadToItsEnd() throws Exception {
    try (TestEndpoint endpoint =
        TestEndpoint.doing(
            call -> {
              call.read();
              call.write("HTTP/1.1 500 No\r\n\r\n");
              while (true) call.write("more".repeat(1000));
            })) {
      assertThat(timed(patient, endpoint.uri())).isEqualTo(Reply.later("answered 500", null));
      assertThat(endpoint.wasLeft()).isTrue();
    }
  }

  @Test
  void row51_anEndpointThatDoesNotRead_isLeftAtTheDeadline() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (TestEndpoint endpoint = TestEndpoint.doing(call -> over.await())) {
      Reply reply = sender.post(Letters.of(endpoint.uri(), Letters.NOW, "a".repeat(20_000_000)));

      assertThat(reply)
          .isEqualTo(Reply.unknown("no answer within 500 ms (while the letter was sent)"));
    } finally {
      over.countDown();
    }
  }

  @Test
  void row51_anEndpointThatHangsInTheHandshake_wasSentNothing() throws Exception {
    try (TestEndpoint endpoint = TestEndpoint.doing(TestEndpoint.Call::hang)) {
      URI address = URI.create("https://127.0.0.1:" + endpoint.port() + "/");

      assertThat(timed(sender, address))
          .isEqualTo(Reply.notSent("no answer within 500 ms (during the TLS handshake)"));
      assertThat(endpoint.wasLeft()).isTrue();
    }
  }

  @Test
  void row51_anEndpointThatDoesNotAccept_wasSentNothing() throws Exception {
    List<Socket> filling = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, filling);

      Reply reply = timed(sender, URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"));

      assertThat(reply.outcome()).isEqualTo(Outcome.LATER);
      assertThat(reply.unknown()).isFalse();
      assertThat(reply.reason()).endsWith("(while connecting)");
    } finally {
      for (Socket socket : filling) socket.close();
    }
  }

  /** Connects until the system lets no more wait at the door. */
  private static void fill(ServerSocket full, List<Socket> filling) throws IOException {
    while (true) {
      Socket socket = new Socket();
      filling.add(socket);
      try {
        socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 300);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
  }

  @Test
  void row51_aNameThatIsLookedUpForTooLong_isNotWrittenToAfterTheDeadline() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    CompletableFuture<Thread> lookedUp = new CompletableFuture<>();
    Resolver slow =
        host -> {
          lookedUp.complete(Thread.currentThread());
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return List.of(InetAddress.getLoopbackAddress());
        };
    try (TestEndpoint endpoint = TestEndpoint.answering(OK)) {
      Reply reply =
          timed(sender(slow, DEADLINE), URI.create("http://localhost:" + endpoint.port() + "/"));
      answer.countDown();
      lookedUp.get().join();

      assertThat(reply)
          .isEqualTo(Reply.notSent("no answer within 500 ms (while its host was looked up)"));
      assertThat(endpoint.connections()).isZero();
    }
  }

  /** By the id that stays the same; timestamp and signature are those of the attempt. */
  @Test
  void row50_whoeverDidTheWorkTooSlowly_knowsTheLetterWhenItComesAgain() throws Exception {
    Set<String> done = new HashSet<>();
    try (TestEndpoint endpoint =
        TestEndpoint.doing(
            call -> {
              String id = call.read().headers().get("webhook-id");
              boolean first = done.add(id);
              if (first) call.hang();
              call.write(OK);
            })) {
      Reply slow = sender.post(Letters.to(endpoint.uri()));
      Reply again =
          patient.post(Letters.at(endpoint.uri(), Letters.NOW.plus(Duration.ofMinutes(10))));

      assertThat(slow.outcome()).isEqualTo(Outcome.LATER);
      assertThat(slow.unknown()).isTrue();
      assertThat(again).isEqualTo(Reply.handled(200));
      assertThat(done).containsExactly("users~u1~7");
      assertThat(endpoint.requests)
          .extracting(request -> request.headers().get("webhook-timestamp"))
          .doesNotHaveDuplicates();
      assertThat(endpoint.requests)
          .extracting(request -> request.headers().get("webhook-signature"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void row51_whileOneEndpointHangs_anotherIsServed() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (TestEndpoint hanging = TestEndpoint.doing(call -> over.await());
        TestEndpoint healthy = TestEndpoint.answering(OK)) {
      CompletableFuture<Reply> first =
          CompletableFuture.supplyAsync(() -> patient.post(Letters.to(hanging.uri())));

      assertThat(patient.post(Letters.to(healthy.uri()))).isEqualTo(Reply.handled(200));
      assertThat(first).isNotDone();

      over.countDown();
      assertThat(first.get().outcome()).isEqualTo(Outcome.LATER);
    }
  }
}
