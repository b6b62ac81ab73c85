package waybill.foreign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** One port before several services: what a call is for says its target, or its signature. */
public final class Front implements AutoCloseable {
  private static final List<String> OWN_HEADERS =
      List.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;
  private final URI tables;
  private final URI streams;
  private final URI queues;
  private final @Nullable URI buckets;

  public Front(URI tables, URI streams, URI queues, @Nullable URI buckets) throws IOException {
    this(tables, streams, queues, buckets, 0);
  }

  Front(URI tables, URI streams, URI queues, @Nullable URI buckets, int port) throws IOException {
    this.tables = tables;
    this.streams = streams;
    this.queues = queues;
    this.buckets = buckets;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var service = service(exchange);
      if (service == null) exchange.sendResponseHeaders(404, -1);
      else answer(exchange, http.send(request(exchange, service), BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Whoever is restarted answers nobody meanwhile.
      exchange.sendResponseHeaders(503, -1);
    }
  }

  private @Nullable URI service(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var target = String.valueOf(headers.getFirst("X-Amz-Target"));
    if (target.startsWith("DynamoDB_")) return tables;
    if (target.startsWith("DynamoDBStreams_")) return streams;
    if (target.startsWith("AmazonSQS.")) return queues;
    return String.valueOf(headers.getFirst("Authorization")).contains("/s3/") ? buckets : null;
  }

  private static HttpRequest request(HttpExchange exchange, URI service) throws IOException {
    var body = BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
    var request =
        HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), body);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)))
                request.header(name, String.join(",", values));
            });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name)) exchange.getResponseHeaders().put(name, values);
            });
    var body = answer.body();
    var bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.statusCode(), bare ? -1 : body.length);
    if (!bare) exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
