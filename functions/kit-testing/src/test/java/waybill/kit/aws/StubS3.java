package waybill.kit.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/** A bucket that takes only what is signed as S3 wants it. */
final class StubS3 {
  private static final int PAGE = 1_000;

  private final TreeMap<String, byte[]> objects = new TreeMap<>();
  private final Deque<Integer> refusals = new ArrayDeque<>();
  private final HttpServer server;

  StubS3() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void close() {
    server.stop(0);
  }

  /** The next calls are answered so, one each. */
  void refuses(Integer... statuses) {
    refusals.addAll(List.of(statuses));
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Integer refusal = refusals.poll();
      if (refusal != null) answer(exchange, refusal, error(refusal == 403 ? "AccessDenied" : "x"));
      else if (!Signature.isValid(exchange, body))
        answer(exchange, 403, error("SignatureDoesNotMatch"));
      else carryOut(exchange, body);
    }
  }

  private void carryOut(HttpExchange exchange, byte[] body) throws IOException {
    String key = exchange.getRequestURI().getRawPath().substring("/papers/".length());
    if (key.isEmpty()) answer(exchange, 200, list(exchange.getRequestURI().getQuery()));
    else if (exchange.getRequestMethod().equals("PUT")) {
      objects.put(key, body);
      answer(exchange, 200, new byte[0]);
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      objects.remove(key);
      answer(exchange, 204, new byte[0]);
    } else if (objects.containsKey(key)) answer(exchange, 200, objects.get(key));
    else answer(exchange, 404, error("NoSuchKey"));
  }

  private byte[] list(String query) {
    String prefix = parameter(query, "prefix");
    String after = parameter(query, "continuation-token");
    List<String> rest =
        objects.tailMap(after, false).keySet().stream().filter(k -> k.startsWith(prefix)).toList();
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    for (String key : rest.subList(0, Math.min(PAGE, rest.size())))
      xml.append("<Contents><Key>").append(key).append("</Key></Contents>");
    if (rest.size() > PAGE)
      xml.append("<NextContinuationToken>")
          .append(rest.get(PAGE - 1))
          .append("</NextContinuationToken>");
    return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String parameter(String query, String name) {
    for (String one : query.split("&", -1))
      if (one.startsWith(name + "=")) return one.substring(name.length() + 1);
    return "";
  }

  private static byte[] error(String code) {
    return ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
  }
}
