package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import waybill.local.RunningMachine;

/**
 * Three services that know Waybill over HTTP only: an agency that books trips, a railway and a
 * hotel. Their contracts and their saga are registered at run time, and they pull.
 */
final class Agency {
  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final String SAGA =
      """
      {"definition":{
        "owner":"agency",
        "summary":"A seat and a room, or neither.",
        "begins":"agency.trip-wanted/1",
        "steps":[
          {"name":"seat",
           "command":"rail.book-seat/1",
           "with":{"/trip":"/input/trip","/guests":"/input/guests"},
           "done":["rail.seat-booked/1"],
           "refused":["rail.seat-refused/1"],
           "undo":{"command":"rail.free-seat/1","with":{"/trip":"/input/trip"},"done":["rail.seat-freed/1"]},
           "timeout":"PT60S","attempts":2},
          {"name":"room",
           "command":"hotel.book-room/1",
           "with":{"/trip":"/input/trip","/arrival":"/replies/seat/arrival"},
           "done":["hotel.room-booked/1"],
           "refused":["hotel.room-refused/1"],
           "timeout":"PT60S","attempts":2}],
        "completed":[{"command":"agency.confirm-trip/1",
                      "with":{"/trip":"/input/trip","/arrival":"/replies/seat/arrival"}}],
        "undone":[{"command":"agency.cancel-trip/1",
                   "with":{"/trip":"/input/trip","/reason":"/saga/reason"}}]}}
      """;

  private final RunningMachine running;
  private int events;

  private Agency(RunningMachine running) {
    this.running = running;
  }

  static Agency registeredAt(RunningMachine running) {
    Agency agency = new Agency(running);
    for (String service : List.of("agency", "rail", "hotel")) agency.register(service);
    agency.defines("event", "agency.trip-wanted", "trip", "guests#");
    agency.defines("command", "rail.book-seat", "trip", "guests#");
    agency.defines("reply", "rail.seat-booked", "trip", "arrival");
    agency.defines("reply", "rail.seat-refused", "trip", "says");
    agency.defines("command", "rail.free-seat", "trip");
    agency.defines("reply", "rail.seat-freed", "trip");
    agency.defines("command", "hotel.book-room", "trip", "arrival");
    agency.defines("reply", "hotel.room-booked", "trip");
    agency.defines("reply", "hotel.room-refused", "trip", "says");
    agency.defines("command", "agency.confirm-trip", "trip", "arrival");
    agency.defines("command", "agency.cancel-trip", "trip", "reason");
    HttpResponse<String> saga = agency.registers(SAGA);
    assertThat(saga.statusCode()).as(saga.body()).isEqualTo(201);
    agency.subscribes("agency", "agency.confirm-trip/1", "agency.cancel-trip/1");
    agency.subscribes("rail", "rail.book-seat/1", "rail.free-seat/1");
    agency.subscribes("hotel", "hotel.book-room/1");
    return agency;
  }

  private void register(String service) {
    created(
        "/services/" + service,
        "PUT",
        "{\"summary\":\"In a test.\",\"client_ids\":[\"%s\"],\"provides\":[],\"consumes\":[]}"
            .formatted(service));
  }

  /** Of texts, or of integers where the name ends so. */
  private void defines(String kind, String contract, String... fields) {
    String others =
        switch (kind) {
          case "event" -> ",\"readers\":[\"sagas\"]";
          case "command" -> ",\"senders\":[\"sagas\",\"agency\"]";
          default -> "";
        };
    created(
        "/contracts/" + contract,
        "PUT",
        "{\"kind\":\"%s\",\"summary\":\"In a test.\"%s}".formatted(kind, others));
    ObjectNode schema = Spine.JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String field : fields) {
      String name = field.replace("#", "");
      properties.putObject(name).put("type", field.endsWith("#") ? "integer" : "string");
      schema.withArray("required").add(name);
    }
    if (kind.equals("command")) schema.put("additionalProperties", false);
    created("/contracts/" + contract + "/versions", "POST", "{\"schema\":" + schema + "}");
  }

  private void created(String path, String method, String body) {
    HttpResponse<String> answer = send(path, running.machine().token("operator"), method, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  HttpResponse<String> registers(String definition) {
    return send("/saga-definitions/book-trip/versions", token("agency"), "POST", definition);
  }

  private HttpResponse<String> send(String path, String token, String method, String body) {
    return running.send(
        running
            .to(path, token)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private String token(String service) {
    return running.machine().token(service);
  }

  /** As soon as the exchange knows the contracts. */
  private void subscribes(String service, String... contracts) {
    String body =
        "{\"contracts\":[\"%s\"],\"delivery\":{\"kind\":\"pull\"}}"
            .formatted(String.join("\",\"", contracts));
    await(service + " subscribes")
        .atMost(SECONDS)
        .until(
            () ->
                send("/subscriptions/" + service, token(service), "PUT", body).statusCode() == 200);
  }

  void wants(String trip) {
    says("agency", "agency.trip-wanted", trip, null, "\"guests\":2");
  }

  /** The next command for a service; it is handled once its answer was accepted. */
  JsonNode takes(String service) {
    JsonNode lent =
        await("a command for " + service)
            .atMost(SECONDS)
            .until(
                () ->
                    Spine.read(
                            running
                                .get(
                                    "/subscriptions/" + service + "/messages?max=1&wait=5",
                                    token(service))
                                .body())
                        .path("messages"),
                messages -> messages.size() == 1)
            .path(0);
    return lent;
  }

  void answers(String service, JsonNode lent, String contract, String more) {
    JsonNode command = lent.path("message");
    says(service, contract, command.at("/data/trip").asText(), command.path("id").asText(), more);
    handles(service, lent);
  }

  void handles(String service, JsonNode lent) {
    HttpResponse<String> answer =
        send(
            "/subscriptions/" + service + "/receipts",
            token(service),
            "POST",
            "{\"receipts\":[{\"message_id\":\"%s\",\"outcome\":\"handled\",\"lease\":\"%s\"}]}"
                .formatted(lent.at("/message/id").asText(), lent.path("lease").asText()));
    assertThat(Spine.read(answer.body()).at("/receipts/0/result").asText()).isEqualTo("noted");
  }

  void says(String service, String contract, String trip, @Nullable String cause, String more) {
    ObjectNode event =
        Spine.JSON
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", "e" + ++events)
            .put("source", service)
            .put("type", contract)
            .put("subject", trip);
    if (cause != null) event.put("causationid", cause);
    String data = "{\"trip\":\"" + trip + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    event.set("data", Spine.read(data));
    await(contract + " is accepted")
        .atMost(SECONDS)
        .until(
            () ->
                running
                        .send(
                            running
                                .to("/messages", token(service))
                                .header("content-type", "application/cloudevents+json")
                                .POST(BodyPublishers.ofString(event.toString())))
                        .statusCode()
                    == 202);
  }

  JsonNode awaitState(String trip, String state) {
    return await("the saga of " + trip)
        .atMost(SECONDS)
        .until(
            () ->
                Spine.read(
                    running
                        .get("/sagas/book-trip." + trip, running.machine().token("operator"))
                        .body()),
            saga -> saga.path("state").asText().equals(state));
  }

  /** What was wanted before the exchange has heard of the saga begins none. */
  void awaitListening() {
    AtomicInteger probes = new AtomicInteger();
    await("the first saga")
        .atMost(SECONDS)
        .until(
            () -> {
              String probe = "probe" + probes.incrementAndGet();
              wants(probe);
              awaitRouted(probe);
              return begins(probe);
            });
    answers("rail", takes("rail"), "rail.seat-refused", "\"says\":\"Only a probe.\"");
    handles("agency", takes("agency"));
  }

  private void awaitRouted(String trip) {
    await("the routing of " + trip)
        .atMost(SECONDS)
        .until(
            () ->
                running
                        .get("/messages/agency~" + trip + "~1", running.machine().token("operator"))
                        .statusCode()
                    == 200);
  }

  /** It does so as soon as it has heard of it, and never if it was not told. */
  private boolean begins(String trip) {
    JsonNode deliveries =
        Spine.read(
                running
                    .get("/messages/agency~" + trip + "~1", running.machine().token("operator"))
                    .body())
            .path("deliveries");
    return deliveries.size() == 1;
  }
}
