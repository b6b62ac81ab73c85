package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import waybill.local.RunningMachine;

/** Goods, buyers with money, and orders, as clients see them. */
final class Market {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningMachine running;

  Market(RunningMachine running) {
    this.running = running;
  }

  private String operator() {
    return running.machine().token("operator");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request =
        running
            .to(path, operator())
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return running.send(headers.length == 0 ? request : request.headers(headers));
  }

  private JsonNode done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return Spine.read(answer.body());
  }

  void offers(String sku, long price, long quantity) {
    done(
        send(
            "PUT",
            "/stock/" + sku,
            "{\"price\":{\"amount\":%d,\"currency\":\"EUR\"},\"quantity\":%d}"
                .formatted(price, quantity)));
  }

  JsonNode stock(String sku) {
    return done(running.get("/stock/" + sku, operator()));
  }

  /** A user with so much money. */
  String buyer(long money) {
    String email = UUID.randomUUID() + "@example.com";
    String user =
        done(send("POST", "/users", "{\"email\":\"" + email + "\",\"name\":\"Ada\"}"))
            .path("user_id")
            .asText();
    if (money > 0)
      done(
          send(
              "POST",
              "/accounts/" + user + "/deposits",
              "{\"amount\":" + money + ",\"currency\":\"EUR\"}"));
    return user;
  }

  long balance(String user) {
    return done(running.get("/accounts/" + user, operator())).at("/balance/amount").asLong();
  }

  HttpResponse<String> order(String user, String sku, int quantity, String... headers) {
    return send(
        "POST",
        "/orders",
        "{\"user_id\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}"
            .formatted(user, sku, quantity),
        headers);
  }

  String places(String user, String sku, int quantity) {
    return done(order(user, sku, quantity)).path("order_id").asText();
  }

  HttpResponse<String> cancel(String order) {
    return running.send(running.to("/orders/" + order, operator()).DELETE());
  }

  JsonNode awaitEnd(String order) {
    return await("the end of order " + order)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> done(running.get("/orders/" + order, operator())),
            shown -> !shown.path("order_status").asText().equals("pending"));
  }

  JsonNode awaitStatus(String order, String status) {
    return await("order " + order + " " + status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> done(running.get("/orders/" + order, operator())),
            shown -> shown.path("order_status").asText().equals(status));
  }

  JsonNode saga(String name, String order) {
    return done(running.get("/sagas/" + name + "." + order, operator()));
  }
}
