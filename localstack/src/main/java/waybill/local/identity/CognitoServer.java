package waybill.local.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import waybill.local.function.Functions;
import waybill.local.template.Stack;

/** What functions take for Cognito: the calls that need no access key, in JSON 1.1. */
public final class CognitoServer implements AutoCloseable {
  private static final String TARGET = "AWSCognitoIdentityProviderService.";
  private static final int REQUEST_BYTES_MAX = 1024 * 1024;

  private final HttpServer server;
  private @Nullable People people;

  private CognitoServer(HttpServer server) {
    this.server = server;
  }

  /** It has an address before there are functions that need it, and answers once there are. */
  public static CognitoServer bind(ExecutorService executor) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    return new CognitoServer(server);
  }

  public CognitoServer start(@Nullable Path data, Issuer issuer, Stack stack, Functions functions) {
    people = new People(new Accounts(data), issuer, new SignUpFunctions(stack, functions));
    server.createContext("/", this::handle);
    server.start();
    return this;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What an email would have brought: the code to set another password by. */
  public Optional<String> codeOf(String email) {
    return people().codeOf(email);
  }

  private People people() {
    if (people == null) throw new IllegalStateException("the pool has not started");
    return people;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(REQUEST_BYTES_MAX);
      var target = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-target"));
      try {
        if (!target.startsWith(TARGET)) throw new Refused("UnknownOperationException", "");
        var request = People.JSON.readTree(body);
        answer(exchange, 200, people().answer(target.substring(TARGET.length()), request));
      } catch (Refused e) {
        var refusal = People.JSON.createObjectNode().put("__type", e.type());
        exchange.getResponseHeaders().set("x-amzn-errortype", e.type() + ":");
        answer(exchange, 400, refusal.put("message", e.getMessage()));
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
    var bytes = People.JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
