package waybill.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import waybill.local.function.Functions;
import waybill.local.template.Stack;

/**
 * What functions take for Cognito, and for the Secrets Manager that holds its client's secret, in
 * JSON 1.1. The gate in front of it knows who may call what.
 */
public final class CognitoServer implements AutoCloseable {
  private static final String COGNITO = "AWSCognitoIdentityProviderService.";
  private static final String SECRETS = "secretsmanager.";
  private static final int REQUEST_BYTES_MAX = 1024 * 1024;

  private final HttpServer server;
  private @Nullable People people;
  private Map<String, String> secrets = Map.of();

  private CognitoServer(HttpServer server) {
    this.server = server;
  }

  /** It has an address before there are functions that need it, and answers once there are. */
  public static CognitoServer bind(ExecutorService executor) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    return new CognitoServer(server);
  }

  public CognitoServer start(Accounts accounts, Issuer issuer, Stack stack, Functions functions) {
    secrets = stack.secrets();
    people = new People(accounts, issuer, stack.pool(), new SignUpFunctions(stack, functions));
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
        answer(exchange, 200, answer(target, People.JSON.readTree(body)));
      } catch (Refused e) {
        var refusal = People.JSON.createObjectNode().put("__type", e.type());
        exchange.getResponseHeaders().set("x-amzn-errortype", e.type() + ":");
        answer(exchange, 400, refusal.put("message", e.getMessage()));
      }
    }
  }

  private ObjectNode answer(String target, JsonNode request) throws Refused {
    if (target.startsWith(COGNITO))
      return people().answer(target.substring(COGNITO.length()), request);
    if (target.equals(SECRETS + "GetSecretValue")) return secret(request);
    throw new Refused("UnknownOperationException", "");
  }

  private ObjectNode secret(JsonNode request) throws Refused {
    var arn = request.path("SecretId").asText();
    var secret = secrets.get(arn);
    if (secret == null)
      throw new Refused(
          "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    return People.JSON.createObjectNode().put("ARN", arn).put("SecretString", secret);
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
    var bytes = People.JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
