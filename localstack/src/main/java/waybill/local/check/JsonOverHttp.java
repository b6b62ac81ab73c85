package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/** Asks one server for JSON. Follows nothing elsewhere: the token is for this server. */
final class JsonOverHttp {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int ANSWER_SECONDS_MAX = 30;
  private static final int ANSWER_BYTES_MAX = 16 << 20;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final @Nullable String token;

  private static final class Answer {
    final int status;
    final byte[] body;

    Answer(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }
  }

  JsonOverHttp(String url, @Nullable String token) {
    this.url = url.replaceAll("(?<!/)/+$", "");
    if (!isUrl(url)) throw new Unusable(url + " is not a URL");
    this.token = token;
    // The client would quote a token that it refuses.
    if (token != null && !token.matches("[!-~]+"))
      throw new Unusable("the token is none: it has other characters than a token");
  }

  private static boolean isUrl(String url) {
    try {
      return URI.create(url).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Null if there is no such thing. */
  @Nullable JsonNode get(String path) {
    var answer = ask(path);
    return switch (answer.status) {
      case 200 -> parsed(path, answer.body);
      case 404, 410 -> null;
      case 401 -> throw new Unusable(url + " wants a token: --token or WAYBILL_TOKEN");
      case 403 -> throw new Unusable(url + path + " is not for this token");
      default -> throw new Unusable(url + path + " answers " + answer.status);
    };
  }

  JsonNode field(JsonNode document, String name) {
    var field = document.get(name);
    if (field == null) throw new Unusable(url + " is no Waybill: it answers without " + name);
    return field;
  }

  private JsonNode parsed(String path, byte[] body) {
    try {
      return Json.parse(body);
    } catch (Malformed e) {
      throw new Unusable(url + path + " is no Waybill: its answer " + e.getMessage());
    }
  }

  private Answer ask(String path) {
    try {
      return client
          .sendAsync(request(path), BodyHandlers.ofInputStream())
          .thenApplyAsync(JsonOverHttp::read)
          .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Unusable(url + " did not answer within " + ANSWER_SECONDS_MAX + " s");
    } catch (ExecutionException e) {
      throw new Unusable(url + " cannot be reached: " + why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unusable("interrupted");
    }
  }

  private HttpRequest request(String path) {
    var request = HttpRequest.newBuilder(URI.create(url + path));
    if (token != null) request.header("authorization", "Bearer " + token);
    return request.build();
  }

  private static Answer read(HttpResponse<InputStream> response) {
    try (var body = response.body()) {
      var bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
      if (bytes.length > ANSWER_BYTES_MAX) throw new IOException("its answer is too long");
      return new Answer(response.statusCode(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String why(ExecutionException e) {
    return String.valueOf(e.getCause()).replaceFirst("^[a-zA-Z.]*\\.", "");
  }

  @Override
  public String toString() {
    return url;
  }
}
