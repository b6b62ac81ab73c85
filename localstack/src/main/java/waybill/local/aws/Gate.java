package waybill.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.AccessKey.State;
import waybill.local.template.Role;

/**
 * What functions take for AWS: one endpoint before the emulators, which lets a call pass only if
 * the role of the calling function allows it on everything that it touches.
 */
public final class Gate implements AutoCloseable {
  private static final int REQUEST_BYTES_MAX = 20 * 1024 * 1024;

  private final HttpServer server;
  private final AccessKeys keys;
  private final Faults faults;
  private final Traffic traffic = new Traffic();
  private final Map<Role, Policy> policies = new ConcurrentHashMap<>();
  private final LongPoll backend;

  private Gate(HttpServer server, LongPoll backend, AccessKeys keys, Faults faults) {
    this.server = server;
    this.backend = backend;
    this.keys = keys;
    this.faults = faults;
  }

  /**
   * @param identity where people and secrets are: this machine's own, whatever keeps the rest
   */
  public static Gate open(
      Backend backend, URI identity, AccessKeys keys, Faults faults, ExecutorService executor)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(address, 0);
    var forward = new Forward(backend, identity, executor);
    var gate = new Gate(server, new LongPoll(forward), keys, faults);
    server.setExecutor(executor);
    server.createContext("/", gate::handle);
    server.start();
    return gate;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Traffic traffic() {
    return traffic;
  }

  /** What functions and their triggers were allowed, and needed. */
  public Set<Right> usedRights() {
    return policies.values().stream()
        .flatMap(policy -> policy.used().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      pass(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange exchange) throws IOException, InterruptedException {
    var body = exchange.getRequestBody().readNBytes(REQUEST_BYTES_MAX + 1);
    if (body.length > REQUEST_BYTES_MAX) {
      refuse(exchange, Refusal.tooLarge());
      return;
    }
    var call = call(exchange, body);
    if (call == null) {
      refuse(exchange, Refusal.unknownOperation());
      return;
    }
    if (call.isOpen()) {
      passOpen(exchange, call);
      return;
    }
    var key = keys.find(call.keyId());
    if (key == null || key.state() == State.REVOKED) {
      refuse(exchange, Refusal.unknownKey(call));
    } else if (key.state() != State.KILLED) {
      pass(exchange, call, key);
    }
  }

  private static @Nullable AwsCall call(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    var authorization = headers.getFirst("Authorization");
    var call = AwsCall.of(headers.getFirst("X-Amz-Target"), authorization, body);
    return call != null
        ? call
        : AwsCall.ofBuckets(
            exchange.getRequestMethod(), exchange.getRequestURI(), authorization, body);
  }

  private void passOpen(HttpExchange exchange, AwsCall call)
      throws IOException, InterruptedException {
    try {
      answer(exchange, backend.send(call, exchange.getRequestHeaders()));
    } catch (IOException e) {
      refuse(exchange, Refusal.unreachable("the user pool does not answer"));
    }
  }

  private void pass(HttpExchange exchange, AwsCall call, AccessKey key)
      throws IOException, InterruptedException {
    var missing = missing(call, key);
    if (missing != null) {
      refuse(exchange, Refusal.denied(call, key, missing));
      return;
    }
    traffic.count(key, call.action());
    var seen = new Faults.Call(key.function().id(), call.action(), text(call, key));
    if (!key.isPoller() && killed(key, faults.before(seen))) return;
    Forward.Answer answer;
    try {
      answer = backend.send(call, exchange.getRequestHeaders());
    } catch (IOException e) {
      refuse(exchange, Refusal.unreachable("the emulator does not answer"));
      return;
    }
    if (!key.isPoller() && killed(key, faults.after(seen))) return;
    if (answer.status() == 404 && call.service() == AwsCall.Service.BUCKETS) {
      var toSee = Needs.toSeeWhatIsMissing(call);
      if (!policy(key).allows(toSee)) {
        refuse(exchange, Refusal.denied(call, key, toSee));
        return;
      }
    }
    if (key.state() != State.KILLED) answer(exchange, answer);
  }

  private String text(AwsCall call, AccessKey key) {
    return faults == Faults.NONE || key.isPoller()
        ? ""
        : new String(call.body(), StandardCharsets.UTF_8);
  }

  private @Nullable Need missing(AwsCall call, AccessKey key) {
    var policy = policy(key);
    return Needs.of(call).stream().filter(need -> !policy.allows(need)).findFirst().orElse(null);
  }

  private Policy policy(AccessKey key) {
    return policies.computeIfAbsent(key.function().role(), Policy::new);
  }

  private static boolean killed(AccessKey key, Faults.Verdict verdict) {
    if (verdict == Faults.Verdict.KILL) key.kill();
    return verdict == Faults.Verdict.KILL;
  }

  private static void answer(HttpExchange exchange, Forward.Answer answer) throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    send(exchange, answer.status(), answer.body());
  }

  private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("content-type", refusal.contentType());
    var queryError = refusal.queryError();
    if (queryError != null) headers.set("x-amzn-query-error", queryError);
    send(exchange, refusal.status(), refusal.body());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    var head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) exchange.getResponseBody().write(body);
  }
}
