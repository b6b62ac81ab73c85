package waybill.bench.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import waybill.contracts.Json;

/** Many buyers order many articles, one of them each time. */
final class Ordering {
  private static final int BUYERS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Client client;
  private final String token;
  private final List<String> buyers;

  Ordering(Client client) {
    this.client = client;
    this.token = client.token("operator");
    this.buyers = IntStream.range(0, BUYERS).mapToObj(this::buyer).toList();
  }

  private String buyer(int number) {
    String price = "{\"price\":{\"amount\":1250,\"currency\":\"EUR\"},\"quantity\":1000000}";
    client.must("PUT", "/stock/article-" + number, token, price);
    String person = "{\"email\":\"ada" + number + "@example.com\",\"name\":\"Ada\"}";
    String id =
        Json.parse(client.must("POST", "/users", "", person).body()).path("user_id").asText();
    String money = "{\"amount\":1000000000,\"currency\":\"EUR\"}";
    client.must("POST", "/accounts/" + id + "/deposits", token, money);
    return id;
  }

  /** One more, until it is confirmed. */
  void pass(int number) {
    int at = number % BUYERS;
    String order =
        "{\"user_id\":\"%s\",\"lines\":[{\"sku\":\"article-%d\",\"quantity\":1}]}"
            .formatted(buyers.get(at), at);
    JsonNode accepted =
        Json.parse(client.must("POST", "/orders", token, order, "Prefer", "wait=10").body());
    String path = "/orders/" + accepted.path("order_id").asText();
    if (isConfirmed(accepted)) return;
    Patience.until(path, PATIENCE, () -> isConfirmed(client.get(path, token)));
  }

  private static boolean isConfirmed(JsonNode order) {
    String status = order.path("order_status").asText();
    if (status.equals("pending") || status.equals("confirmed")) return status.equals("confirmed");
    throw new IllegalStateException("not confirmed: " + order);
  }
}
