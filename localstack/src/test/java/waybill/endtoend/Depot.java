package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import waybill.local.RunningMachine;

/** Two services that joined at run time: parcels speaks over HTTP, and depot subscribes. */
final class Depot {
  private static final String TYPE = "parcels.parcel-sent";
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private final RunningMachine running;

  private Depot(RunningMachine running) {
    this.running = running;
  }

  static Depot registeredAt(RunningMachine running) {
    Depot depot = new Depot(running);
    for (String service : new String[] {"parcels", "depot"})
      depot.operate(
          "/services/" + service,
          "PUT",
          "{\"summary\":\"In a test.\",\"client_ids\":[\"%s\"],\"provides\":[],\"consumes\":[]}"
              .formatted(service));
    depot.operate(
        "/contracts/" + TYPE,
        "PUT",
        "{\"kind\":\"event\",\"summary\":\"A parcel.\",\"key\":\"/parcel\",\"readers\":[\"depot\"]}");
    depot.operate(
        "/contracts/" + TYPE + "/versions",
        "POST",
        """
        {"schema":{"type":"object","properties":{"parcel":{"type":"string"}},"required":["parcel"]}}
        """);
    await("the exchange's knowledge of both")
        .atMost(SECONDS)
        .until(
            () ->
                depot.publish("first", "p0").statusCode() == 202
                    && depot.put("probe", "{\"kind\":\"pull\"}").statusCode() == 200);
    return depot;
  }

  private void operate(String path, String method, String body) {
    HttpResponse<String> answer = send(path, running.machine().token("operator"), method, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private HttpResponse<String> send(String path, String token, String method, String body) {
    return running.send(
        running
            .to(path, token)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private String token() {
    return running.machine().token("depot");
  }

  HttpResponse<String> publish(String id, String parcel) {
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"parcels\",\"type\":\"%s\",\"data\":{\"parcel\":\"%s\"}}"
            .formatted(id, TYPE, parcel);
    return running.send(
        running
            .to("/messages", running.machine().token("parcels"))
            .header("content-type", "application/cloudevents+json")
            .POST(BodyPublishers.ofString(event)));
  }

  /** Its id, once it is accepted. */
  String says(String id, String parcel) {
    HttpResponse<String> answer = publish(id, parcel);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Spine.read(answer.body()).path("message_id").asText();
  }

  HttpResponse<String> put(String name, String delivery) {
    return send(
        "/subscriptions/" + name,
        token(),
        "PUT",
        "{\"contracts\":[\"%s/1\"],\"delivery\":%s}".formatted(TYPE, delivery));
  }

  JsonNode joins(String name, String delivery) {
    HttpResponse<String> answer = put(name, delivery);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Spine.read(answer.body());
  }

  String stateOf(String name) {
    return Spine.read(running.get("/subscriptions/" + name, token()).body()).path("state").asText();
  }

  JsonNode pull(String name) {
    HttpResponse<String> answer =
        running.get("/subscriptions/" + name + "/messages?max=10&wait=5", token());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Spine.read(answer.body()).path("messages");
  }

  String handled(String name, String messageId, String more) {
    HttpResponse<String> answer =
        send(
            "/subscriptions/" + name + "/receipts",
            token(),
            "POST",
            "{\"receipts\":[{\"message_id\":\"%s\",\"outcome\":\"handled\"%s}]}"
                .formatted(messageId, more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Spine.read(answer.body()).at("/receipts/0/result").asText();
  }

  /** Of a message that was lent. */
  void says(String name, JsonNode lent, String outcome) {
    HttpResponse<String> answer =
        send(
            "/subscriptions/" + name + "/receipts",
            token(),
            "POST",
            "{\"receipts\":[{\"message_id\":\"%s\",\"outcome\":\"%s\",\"lease\":\"%s\"}]}"
                .formatted(lent.at("/message/id").asText(), outcome, lent.path("lease").asText()));
    assertThat(Spine.read(answer.body()).at("/receipts/0/result").asText()).isEqualTo("noted");
  }

  void awaitState(String messageId, String subscriber, String state) {
    await(messageId + " " + state)
        .atMost(SECONDS)
        .until(() -> state(messageId, subscriber).equals(state));
  }

  private String state(String messageId, String subscriber) {
    HttpResponse<String> answer =
        running.get("/messages/" + messageId, running.machine().token("operator"));
    if (answer.statusCode() != 200) return "";
    for (JsonNode delivery : Spine.read(answer.body()).path("deliveries"))
      if (delivery.path("subscriber").asText().equals(subscriber))
        return delivery.path("state").asText();
    return "";
  }
}
