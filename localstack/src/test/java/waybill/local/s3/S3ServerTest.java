package waybill.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3ServerTest {
  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private S3Server server;

  @BeforeEach
  void start() throws IOException {
    server = S3Server.start(folder.resolve("data"));
    put("/papers", "");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anObject_isPutReadSeenAndDeleted() {
    assertThat(put("/papers/a/b", "hello").statusCode()).isEqualTo(200);
    assertThat(call("GET", "/papers/a/b").body()).isEqualTo("hello");
    assertThat(call("HEAD", "/papers/a/b").headers().firstValue("content-length")).hasValue("5");
    assertThat(call("DELETE", "/papers/a/b").statusCode()).isEqualTo(204);
    assertThat(call("DELETE", "/papers/a/b").statusCode()).isEqualTo(204);
    assertThat(call("GET", "/papers/a/b").statusCode()).isEqualTo(404);
    assertThat(call("GET", "/papers/a/b").body()).contains("<Code>NoSuchKey</Code>");
  }

  @Test
  void anEmptyFolder_goesWithItsLastObject() throws IOException {
    put("/papers/a/b/c", "hello");
    call("DELETE", "/papers/a/b/c");

    assertThat(filesAndFolders("objects/papers")).isEmpty();
  }

  @Test
  void anUnfinishedFile_isNoObject() throws IOException {
    put("/papers/a", "hello");
    put("/papers/a", "again");

    assertThat(filesAndFolders("unfinished")).isEmpty();
    assertThat(call("GET", "/papers/a").body()).isEqualTo("again");
  }

  @Test
  void aBucketThatNobodyMade_isNotThere() {
    assertThat(put("/other/a", "x").body()).contains("<Code>NoSuchBucket</Code>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/papers/../papers/a",
        "/papers/../../outside",
        "/papers/%2e%2e/outside",
        "/papers/a/%2E%2E/%2E%2E/%2E%2E/outside",
        "/papers/..%2F..%2Foutside",
        "/papers/..%5C..%5Coutside",
        "/papers/%2Ftmp%2Foutside",
        "/papers/a//b",
        "/papers/a%00b",
        "/%2E%2E/outside",
        "/..%2F../outside"
      })
  void noPath_leadsOutOfItsBucket(String path) throws Exception {
    assertThat(rawPut(path)).startsWith("HTTP/1.1 4");

    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aList_comesInPartsAndInOrder() {
    for (String key : List.of("b/2", "b/1", "b.x", "c", "b/3")) put("/papers/" + key, "x");

    assertThat(keys("/papers/?list-type=2&prefix=b%2F")).containsExactly("b/1", "b/2", "b/3");
    assertThat(keys("/papers/?list-type=2")).containsExactly("b.x", "b/1", "b/2", "b/3", "c");
    String first = call("GET", "/papers/?list-type=2&max-keys=3").body();
    String token = found("NextContinuationToken", first).get(0);
    assertThat(found("Key", first)).containsExactly("b.x", "b/1", "b/2");
    assertThat(keys("/papers/?list-type=2&continuation-token=" + token))
        .containsExactly("b/3", "c");
  }

  @Test
  void whatAPrefixSays_isEscaped() {
    String answer = call("GET", "/papers/?list-type=2&prefix=%3C%26%22%01%3E").body();

    assertThat(answer).contains("<Prefix>&lt;&amp;&quot;?&gt;</Prefix>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/papers/?versions", "/papers/a?acl", "/papers/?list-type=2&delimiter=x"})
  void whatItDoesNotKnow_itRefuses(String path) {
    assertThat(call("GET", path).body()).contains("<Code>NotImplemented</Code>");
  }

  @Test
  void anObjectThatIsTooLarge_isRefused() {
    assertThat(put("/papers/a", "x".repeat((16 << 20) + 1)).body())
        .contains("<Code>EntityTooLarge</Code>");
  }

  private List<String> filesAndFolders(String name) throws IOException {
    Path root = folder.resolve("data").resolve(name);
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(one -> !one.equals(root)).map(Path::toString).toList();
    }
  }

  private List<String> keys(String path) {
    return found("Key", call("GET", path).body());
  }

  private static List<String> found(String element, String xml) {
    List<String> found = new ArrayList<>();
    var matcher = Pattern.compile("<" + element + ">([^<]*)<").matcher(xml);
    while (matcher.find()) found.add(matcher.group(1));
    return found;
  }

  /** As it is written: a client would tidy the path up first. */
  private String rawPut(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      String request =
          "PUT " + path + " HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 1\r\n\r\nx";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> put(String path, String body) {
    return send(path, "PUT", BodyPublishers.ofString(body));
  }

  private HttpResponse<String> call(String method, String path) {
    return send(path, method, BodyPublishers.noBody());
  }

  private HttpResponse<String> send(String path, String method, HttpRequest.BodyPublisher body) {
    try {
      URI uri = URI.create(server.uri() + path);
      return http.send(
          HttpRequest.newBuilder(uri).method(method, body).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
