package waybill.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client library would write them; {@code |} stands for the end of a line. */
class FramingTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.of(ToyTemplate.file());

  private static final int PATIENCE_MILLIS = 5_000;
  private static final String HIDDEN = "DELETE /files/hidden HTTP/1.1|Host: localhost||";

  private List<String> asked = List.of();

  @BeforeEach
  void webRemembersWhatItIsAsked() {
    asked = Toy.notes("Web");
  }

  /** Each would hide a second request from whoever reads its length in the other way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5|Transfer-Encoding: chunked||0||",
        "Transfer-Encoding: chunked|Content-Length: 5||0||",
        "Content-Length: 0|Content-Length: 52||",
        "Content-Length: 0, 52||",
        "Content-Length: +0||",
        "Content-Length: -1||",
        "Content-Length: 0x0||",
        "Content-Length: 99999999999999999999||",
        "Content-Length : 0||",
        "Transfer-Encoding: xchunked||0||",
        "Transfer-Encoding: gzip, chunked||0||",
        "Transfer-Encoding: chunked||zz|{}|0||",
        "Transfer-Encoding: chunked||-2|{}|0||",
        "Transfer-Encoding: chunked||fffffffffffffffff|{}|0||",
      })
  void whatHasALengthOfItsOwnKind_isNeitherRunNorIsWhatItHides(String rest) throws IOException {
    var answer = send("PUT /files/plain HTTP/1.1|Host: localhost|" + rest + HIDDEN);
    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|501) .*");
    assertThat(answer.split("HTTP/1\\.1 ", -1)).as("one answer").hasSize(2);
    assertThat(asked).isEmpty();
  }

  @Test
  void twoPlainRequestsBehindEachOther_areBothRun() throws IOException {
    send(
        "PUT /files/one HTTP/1.1|Host: localhost|Content-Length: 2||{}"
            + "PUT /files/two HTTP/1.1|Host: localhost|Connection: close||");
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\u0001b", "a\rb", "a\u007fb"})
  void aHeaderWithAControlCharacter_isRefused(String value) throws IOException {
    var answer =
        send("PUT /files/plain HTTP/1.1|Host: localhost|X-Correlation-Id: " + value + "||");
    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(asked).isEmpty();
  }

  /** Nothing decodes, folds or cleans a path before a route is looked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/../me",
        "/things/../files/x",
        "//files/x",
        "/./files/x",
        "/%66iles/x",
        "/files;x=1/y",
        "/FILES/x",
        "/%2e%2e/files/x",
        "/%c0%ae%c0%ae/files/x",
        "/files%2Fx",
        "/files\\x",
        "/_local/../files/x",
        "/files/%zz",
        "/files/%",
      })
  void aPathWithATrickInIt_leadsNowhereElse(String path) throws IOException {
    send("DELETE " + path + " HTTP/1.1|Host: localhost|Connection: close||");
    assertThat(asked)
        .allSatisfy(event -> assertThat(event).contains("\"rawPath\":\"" + path + "\""))
        .allSatisfy(event -> assertThat(event).contains("\"routeKey\":\"ANY /files/{proxy+}\""));
  }

  /** All that is answered until the gateway closes. */
  private static String send(String request) throws IOException {
    int port = running.machine().gateway().getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.replace("|", "\r\n").getBytes(ISO_8859_1));
      var answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("left open after " + answer.toString(ISO_8859_1), e);
      }
      return answer.toString(ISO_8859_1);
    }
  }
}
