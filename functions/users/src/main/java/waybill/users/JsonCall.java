package waybill.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.Malformed;
import waybill.kit.pool.Proof;

/**
 * One call of an API of AWS in JSON 1.1. What it sends holds passwords and what it gets holds
 * tokens, so nothing of either is in an exception or a log.
 */
final class JsonCall {
  /** A sign-up waits for the pool's trigger, which may have to start. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI url;
  private final String target;
  private final Proof proof;
  private @Nullable HttpClient client;

  JsonCall(String url, String target, Proof proof) {
    this.url = URI.create(url);
    this.target = target;
    this.proof = proof;
  }

  /**
   * @param error the type of the refusal; empty if there is none, {@code Unreachable} if nobody
   *     answered
   */
  record Said(String error, JsonNode body) {
    static Said nothing() {
      return new Said("Unreachable", Json.object());
    }

    /** A record would show the tokens to whoever prints it. */
    @Override
    public String toString() {
      return "Said " + error;
    }
  }

  Said of(String operation, ObjectNode request) {
    try {
      return said(client().send(posting(operation, Json.bytes(request)), BodyHandlers.ofString()));
    } catch (IOException | Malformed e) {
      return Said.nothing();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Said.nothing();
    }
  }

  private HttpRequest posting(String operation, byte[] body) {
    Map<String, String> headers =
        Map.of(
            "content-type", "application/x-amz-json-1.1", "x-amz-target", target + "." + operation);
    HttpRequest.Builder posting =
        HttpRequest.newBuilder(url).timeout(PATIENCE).POST(BodyPublishers.ofByteArray(body));
    proof.headers(url, headers, body).forEach(posting::header);
    return posting.build();
  }

  private static Said said(HttpResponse<String> response) {
    if (response.statusCode() >= 500) return Said.nothing();
    JsonNode body = response.body().isEmpty() ? Json.object() : Json.parse(response.body());
    if (response.statusCode() == 200) return new Said("", body);
    String type = body.path("__type").asText("Unknown");
    return new Said(type.substring(type.indexOf('#') + 1), body);
  }

  /** Made with the first call: no picture of SnapStart holds a connection. */
  private synchronized HttpClient client() {
    if (client == null)
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(PATIENCE)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    return client;
  }
}
