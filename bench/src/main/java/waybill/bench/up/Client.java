package waybill.bench.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import waybill.contracts.Json;

/** Asks a running stack over HTTP, as anybody would. */
final class Client {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI gateway;

  Client(URI gateway) {
    this.gateway = gateway;
  }

  /** What the local stack gives to whoever asks. */
  String token(String name) {
    return answer(HttpRequest.newBuilder(gateway.resolve("/_local/token?name=" + name)).build())
        .body();
  }

  JsonNode get(String path, String token) {
    return Json.parse(answer(to(path, token).build()).body());
  }

  HttpResponse<String> send(
      String method, String path, String token, String body, String... headers) {
    HttpRequest.Builder request =
        to(path, token)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return answer((headers.length == 0 ? request : request.headers(headers)).build());
  }

  /** What is refused ends the run. */
  HttpResponse<String> must(
      String method, String path, String token, String body, String... headers) {
    HttpResponse<String> answer = send(method, path, token, body, headers);
    if (answer.statusCode() >= 300)
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    return answer;
  }

  private HttpRequest.Builder to(String path, String token) {
    var request = HttpRequest.newBuilder(gateway.resolve(path));
    return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
  }

  private HttpResponse<String> answer(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
