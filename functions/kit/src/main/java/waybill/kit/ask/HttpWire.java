package waybill.kit.ask;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own client, made with the first question: no picture of SnapStart holds a connection.
 */
final class HttpWire implements Wire {
  private @Nullable HttpClient client;

  @Override
  public Got get(URI uri, Map<String, String> headers, Duration patience) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
    headers.forEach(request::header);
    return got(client().sendAsync(request.build(), BodyHandlers.ofString()), patience);
  }

  /** The client's own timeout ends with the headers; a body may drip for ever. */
  private static Got got(CompletableFuture<HttpResponse<String>> sent, Duration patience)
      throws IOException {
    try {
      HttpResponse<String> response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      String type = response.headers().firstValue("content-type").orElse("");
      return new Got(response.statusCode(), type, response.body());
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException("no answer in time", e);
    } catch (ExecutionException e) {
      throw new IOException("no answer", e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** A redirect would carry the caller's token to where nobody sent it. */
  private synchronized HttpClient client() {
    if (client == null)
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    return client;
  }
}
