package waybill.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import waybill.local.function.Functions;
import waybill.local.function.Outcome;
import waybill.local.function.Outcome.Answered;
import waybill.local.function.Outcome.Cause;
import waybill.local.function.Outcome.Failed;
import waybill.local.identity.CognitoServer;
import waybill.local.identity.Issuer;
import waybill.local.identity.PoolPages;
import waybill.local.template.Api;

/** The HTTP API on the loopback: finds the route, asks the authorizer, invokes the function. */
public final class Gateway implements AutoCloseable {
  private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

  private final HttpServer server;
  private final ExecutorService executor;
  private final Routes routes;
  private final CrossOrigin origins;
  private final AccessLog accessLog;
  private final Authorizer authorizer;
  private final LocalPages localPages;
  private final Functions functions;
  private final Clock clock;
  private final Duration patience;

  private Gateway(
      HttpServer server,
      ExecutorService executor,
      Api api,
      Issuer issuer,
      CognitoServer cognito,
      PoolPages pages,
      Functions functions,
      Clock clock,
      Duration patience) {
    this.server = server;
    this.executor = executor;
    this.routes = new Routes(api.routes());
    this.origins = new CrossOrigin(api.cors());
    this.accessLog = new AccessLog(api.accessLog(), System.out);
    this.authorizer = new Authorizer(issuer.check(), new LambdaAuthorizers(functions, clock));
    this.localPages = new LocalPages(issuer, cognito, pages);
    this.functions = functions;
    this.clock = clock;
    this.patience = patience;
  }

  /** Takes the port, or any free one for 0; requests wait until {@link #open}. */
  public static HttpServer bind(int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
  }

  public static Gateway open(
      HttpServer server,
      ExecutorService executor,
      Api api,
      Issuer issuer,
      CognitoServer cognito,
      PoolPages pages,
      Functions functions,
      Clock clock,
      Duration patience) {
    var gateway =
        new Gateway(server, executor, api, issuer, cognito, pages, functions, clock, patience);
    server.setExecutor(executor);
    server.createContext("/", gateway::handle);
    server.start();
    return gateway;
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = answer(exchange);
      if (answer.isRefusal()) accessLog.refused(exchange, find(exchange), answer);
      origins.headers(exchange).forEach(exchange.getResponseHeaders()::put);
      send(exchange, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProxyAnswer answer(HttpExchange exchange) throws IOException, InterruptedException {
    var uri = exchange.getRequestURI();
    var headers = exchange.getRequestHeaders();
    if (!Framing.isPlain(headers)) return Refusals.UNREADABLE;
    if (uri.getRawPath().startsWith(LocalPages.PREFIX)) {
      return localPages.answer(exchange);
    }
    if (origins.isPreflight(exchange)) return origins.preflight();
    var match = find(exchange);
    if (match == null) return Refusals.NOT_FOUND;
    var event = new ProxyEvent(exchange, match, clock.instant());
    exchange.getResponseHeaders().set("apigw-requestid", event.requestId());
    var verdict = authorizer.check(match.route(), headers.getFirst("Authorization"), event);
    if (!(verdict instanceof Authorizer.Passed passed)) return Refusals.of(verdict);
    var body = body(exchange);
    if (body == null) return Refusals.UNREADABLE;
    if (body.length > BODY_BYTES_MAX) return Refusals.tooLarge(exchange.getRequestBody());
    return invoke(match.route().functionId(), event.json(passed, body).toString());
  }

  /** Null where the sender does not keep to its own framing. */
  private static byte @Nullable [] body(HttpExchange exchange) {
    try {
      return exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    } catch (IOException e) {
      return null;
    }
  }

  private Routes.@Nullable Match find(HttpExchange exchange) {
    return routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
  }

  private ProxyAnswer invoke(String function, String event) throws InterruptedException {
    var running =
        executor.submit(() -> functions.invoke(function, event.getBytes(StandardCharsets.UTF_8)));
    try {
      return answer(running.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Refusals.UNAVAILABLE;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProxyAnswer answer(Outcome outcome) {
    if (outcome instanceof Answered answered) {
      var answer = ProxyAnswer.of(answered.body());
      if (answer != null) return answer;
    }
    if (outcome instanceof Failed failed && failed.cause() == Cause.THROTTLED) {
      return Refusals.UNAVAILABLE;
    }
    return Refusals.BROKEN;
  }

  private static void send(HttpExchange exchange, ProxyAnswer answer) throws IOException {
    answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    var bodiless =
        exchange.getRequestMethod().equals("HEAD")
            || answer.status() == 204
            || answer.status() == 304
            || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) exchange.getResponseBody().write(answer.body());
  }
}
