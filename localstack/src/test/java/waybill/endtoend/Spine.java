package waybill.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.local.RunningMachine;

/** The running system as a client sees it, and its tables as only a test does. */
final class Spine {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MINUTES =
      List.of("UsersWorker", "ExchangeWorker", "OrdersWorker");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A user who was registered, and the message that says so. */
  record Registered(String userId, String messageId) {}

  private final RunningMachine running;

  Spine(RunningMachine running) {
    this.running = running;
  }

  String operator() {
    return running.machine().token("operator");
  }

  HttpResponse<String> tryRegister(String email) {
    return running.post("/users", "{\"email\":\"" + email + "\",\"name\":\"Ada\"}");
  }

  Registered register(String email) {
    return registered(tryRegister(email));
  }

  static Registered registered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new Registered(
        read(answer.body()).path("user_id").asText(),
        answer.headers().firstValue("waybill-messages").orElseThrow());
  }

  HttpResponse<String> rename(String userId, String name) {
    return running.send(
        running
            .to("/users/" + userId, operator())
            .method("PATCH", BodyPublishers.ofString("{\"name\":\"" + name + "\"}")));
  }

  HttpResponse<String> order(String userId) {
    String body = "{\"user_id\":\"" + userId + "\",\"lines\":[{\"sku\":\"tea\",\"quantity\":2}]}";
    return running.post("/orders", operator(), body);
  }

  HttpResponse<String> message(String id) {
    return running.get("/messages/" + id, operator());
  }

  /** Waits for the receipt of orders. */
  JsonNode awaitHandled(String messageId) {
    return await("the receipt of " + messageId)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> read(message(messageId).body()), Spine::isHandled);
  }

  /** The schedules fire with each look, as they would minute by minute. */
  JsonNode awaitHandledAsMinutesPass(String messageId) {
    return await("the receipt of " + messageId)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              for (String worker : MINUTES) running.machine().fire(worker, "Minute");
              return read(message(messageId).body());
            },
            Spine::isHandled);
  }

  private static boolean isHandled(JsonNode shown) {
    JsonNode deliveries = shown.path("deliveries");
    return deliveries.size() == 1 && deliveries.path(0).path("state").asText().equals("handled");
  }

  JsonNode get(String path) {
    var answer = running.get(path, operator());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer.body());
  }

  /** All is counted once more. */
  void audit() {
    var started = running.post("/ledger/audits", operator(), "");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    String location = started.headers().firstValue("location").orElseThrow();
    await("the end of the audit")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              running.machine().fire("ExchangeWorker", "Minute");
              return get(location).path("state").asText().equals("done");
            });
  }

  /** After all tests of a class: whatever happened, nothing is missing. */
  void booksBalance() {
    audit();
    JsonNode ledger = get("/ledger");
    assertThat(ledger.path("balanced").asBoolean()).as(ledger.toString()).isTrue();
    assertThat(ledger.path("unheard")).isEmpty();
  }

  void awaitNothingUnsent(String table) {
    await("empty outboxes in " + table)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> items(table).stream().noneMatch(item -> item.containsKey("unsent")));
  }

  /** The documents of one kind, past every policy. */
  List<JsonNode> docs(String table, String kind) {
    return items(table).stream()
        .filter(item -> item.containsKey("kind") && text(item, "kind").equals(kind))
        .map(item -> read(text(item, "doc")))
        .toList();
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute).s();
  }

  List<JsonNode> customers(String userId) {
    return docs("OrdersTable", "customer").stream()
        .filter(customer -> customer.path("user_id").asText().equals(userId))
        .toList();
  }

  List<Map<String, AttributeValue>> items(String table) {
    String name = running.machine().stack().table(table).name();
    return running
        .machine()
        .dynamodb()
        .scanPaginator(scan -> scan.tableName(name).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
