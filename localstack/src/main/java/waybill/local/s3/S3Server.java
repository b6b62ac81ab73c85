package waybill.local.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** S3 on a free port of the loopback, in a folder. Who may do what is for the gate to say. */
public final class S3Server implements AutoCloseable {
  private static final int OBJECT_BYTES_MAX = 16 * 1024 * 1024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Buckets buckets;
  private final @Nullable Path temporary;

  private S3Server(
      HttpServer server, ExecutorService threads, Buckets buckets, @Nullable Path temporary) {
    this.server = server;
    this.threads = threads;
    this.buckets = buckets;
    this.temporary = temporary;
  }

  /** Keeps what it is given with the data of a machine, if that keeps any. */
  public static S3Server in(@Nullable Path data) throws IOException {
    return data == null ? startEmpty() : start(data.resolve("blobs"));
  }

  /** Keeps what it is given in the folder. */
  public static S3Server start(Path folder) throws IOException {
    return start(folder, null);
  }

  /** Forgets everything when it is closed. */
  public static S3Server startEmpty() throws IOException {
    var folder = Files.createTempDirectory("waybill-blobs");
    return start(folder, folder);
  }

  private static S3Server start(Path folder, @Nullable Path temporary) throws IOException {
    var buckets = new Buckets(folder);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var threads = Executors.newFixedThreadPool(8, S3Server::daemon);
    var s3 = new S3Server(server, threads, buckets, temporary);
    server.setExecutor(threads);
    server.createContext("/", s3::handle);
    server.start();
    return s3;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "s3");
    thread.setDaemon(true);
    return thread;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
    if (temporary != null) Folders.delete(temporary);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(OBJECT_BYTES_MAX + 1);
      try {
        if (body.length > OBJECT_BYTES_MAX)
          throw new Refused(400, "EntityTooLarge", "Your proposed upload is too large");
        carryOut(exchange, S3Call.of(exchange.getRequestMethod(), exchange.getRequestURI()), body);
      } catch (Refused e) {
        answer(exchange, e.status(), xml(Xml.error(e.code(), String.valueOf(e.getMessage()))));
      } catch (IllegalArgumentException e) {
        answer(exchange, 400, xml(Xml.error("InvalidURI", "Couldn't parse the specified URI.")));
      } catch (IOException e) {
        answer(exchange, 500, xml(Xml.error("InternalError", "The folder cannot be used: " + e)));
      }
    }
  }

  private void carryOut(HttpExchange exchange, S3Call call, byte[] body) throws IOException {
    switch (call.operation()) {
      case "ListBuckets" -> answer(exchange, 200, xml(Listing.of(buckets.names())));
      case "CreateBucket" -> {
        buckets.create(call.bucket());
        answer(exchange, 200, new byte[0]);
      }
      case "PutObject" -> {
        requireWhole(exchange);
        buckets.of(call.bucket()).put(new ObjectKey(call.key()), body);
        answer(exchange, 200, new byte[0]);
      }
      case "DeleteObject" -> {
        buckets.of(call.bucket()).delete(new ObjectKey(call.key()));
        answer(exchange, 204, new byte[0]);
      }
      case "ListObjectsV2" -> {
        var keys = buckets.of(call.bucket()).keys();
        answer(exchange, 200, xml(Listing.of(call.bucket(), keys, call.query())));
      }
      case "GetObject", "HeadObject" -> {
        var key = new ObjectKey(call.key());
        answer(exchange, 200, buckets.of(call.bucket()).get(key).orElseThrow(Refused::noSuchKey));
      }
      default -> throw Refused.unknown(call.method() + " of " + call.query().keySet());
    }
  }

  /** A body in signed chunks would be kept with its chunks' headers. */
  private static void requireWhole(HttpExchange exchange) {
    var hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    if (hash != null && hash.startsWith("STREAMING-")) throw Refused.unknown("a body in chunks");
  }

  private static byte[] xml(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    var head = exchange.getRequestMethod().equals("HEAD");
    if (head) exchange.getResponseHeaders().set("content-length", String.valueOf(body.length));
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) exchange.getResponseBody().write(body);
  }
}
