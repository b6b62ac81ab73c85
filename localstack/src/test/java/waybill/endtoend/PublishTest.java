package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** A service outside joins while everything runs, and speaks over HTTP. */
class PublishTest {
  private static final String TYPE = "parcels.parcel-sent";
  private static final Duration SECONDS = Duration.ofSeconds(20);

  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  @BeforeAll
  static void join() {
    put(
        "/services/parcels",
        "{\"summary\":\"Parcels.\",\"client_ids\":[\"parcels\"],"
            + "\"provides\":[],\"consumes\":[]}");
    put("/contracts/" + TYPE, "{\"kind\":\"event\",\"summary\":\"A parcel.\",\"key\":\"/parcel\"}");
    HttpResponse<String> version =
        running.post(
            "/contracts/" + TYPE + "/versions",
            running.machine().token("operator"),
            """
            {"schema":{"type":"object","properties":{"parcel":{"type":"string"}},"required":["parcel"]}}
            """);
    assertThat(version.statusCode()).as(version.body()).isEqualTo(201);
    await("the exchange's knowledge of who speaks, and of what")
        .atMost(SECONDS)
        .until(() -> publish(event("first", "p0")).statusCode(), status -> status == 202);
  }

  private static void put(String path, String body) {
    HttpResponse<String> answer =
        running.send(
            running
                .to(path, running.machine().token("operator"))
                .method("PUT", BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static String event(String id, String parcel) {
    return """
        {"specversion":"1.0","id":"%s","source":"parcels","type":"%s","data":{"parcel":"%s"}}"""
        .formatted(id, TYPE, parcel);
  }

  private static HttpResponse<String> publish(String event) {
    return send("application/cloudevents+json", event);
  }

  private static HttpResponse<String> send(String type, String body, String... headers) {
    var request =
        running
            .to("/messages", running.machine().token("parcels"))
            .header("content-type", type)
            .POST(BodyPublishers.ofString(body));
    return running.send(headers.length == 0 ? request : request.headers(headers));
  }

  /** What its own source sees of it. */
  private JsonNode awaitRouted(String location) {
    String token = running.machine().token("parcels");
    return Spine.read(
        await(location)
            .atMost(SECONDS)
            .until(() -> running.get(location, token), answer -> answer.statusCode() == 200)
            .body());
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("location").orElseThrow();
  }

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  void anEvent_isAccepted_andRouted() {
    String location = location(publish(event("structured", "p1")));

    assertThat(location).isEqualTo("/messages/parcels~p1~1");
    assertThat(awaitRouted(location).at("/message/data/parcel").asText()).isEqualTo("p1");
    assertThat(location(publish(event("structured", "p1")))).isEqualTo(location);
    assertThat(publish(event("structured", "other")).statusCode()).isEqualTo(409);
  }

  @Test
  void row17_aLongEvent_isAcceptedWhole() {
    String note = "x".repeat(300_000);
    String event = event("long", "p7\",\"note\":\"" + note);

    JsonNode shown = awaitRouted(location(publish(event)));

    assertThat(shown.at("/message/data/note").asText()).isEqualTo(note);
  }

  @Test
  void binaryMode_isTaken() {
    HttpResponse<String> answer =
        send(
            "application/json",
            "{\"parcel\":\"p2\"}",
            "ce-specversion",
            "1.0",
            "ce-id",
            "binary",
            "ce-source",
            "parcels",
            "ce-type",
            TYPE,
            "ce-correlationid",
            "c7");

    assertThat(awaitRouted(location(answer)).at("/message/correlationid").asText()).isEqualTo("c7");
  }

  @Test
  void aBatch_isAnsweredEntryByEntry() {
    String batch =
        "[" + event("b1", "p3") + "," + event("b2", "a b") + "," + event("b3", "p3") + "]";

    JsonNode answer = Spine.read(send("application/cloudevents-batch+json", batch).body());

    assertThat(answer.at("/entries/0/message_id").asText()).isEqualTo("parcels~p3~1");
    assertThat(answer.at("/entries/1/problem/status").asInt()).isEqualTo(422);
    assertThat(answer.at("/entries/2/message_id").asText()).isEqualTo("parcels~p3~2");
    awaitRouted("/messages/parcels~p3~2");
  }

  @Test
  void whoWaits_isToldThatItWasRouted() {
    HttpResponse<String> answer =
        send("application/json", event("waits", "p4"), "prefer", "wait=10");

    assertThat(answer.headers().firstValue("preference-applied")).contains("wait=10");
    assertThat(Spine.read(answer.body()).path("deliveries").isArray()).as(answer.body()).isTrue();
  }

  @Test
  void row55_nobodySpeaksForAnother() {
    String stranger = running.machine().token("stranger");
    HttpResponse<String> answer = running.post("/messages", stranger, event("foreign", "p6"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("foreign-source");
    assertThat(spine.message("parcels~p6~1").statusCode()).isEqualTo(404);
  }

  @Test
  void row55_anOperatorDoesNotPublish() {
    HttpResponse<String> answer =
        running.post("/messages", spine.operator(), event("operator", "p7"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void row55_aServiceOfTheDeployment_publishesByItsOutbox() {
    String orders = running.machine().token("orders");
    String event = event("outbox", "p8").replace("\"source\":\"parcels\"", "\"source\":\"orders\"");

    HttpResponse<String> answer = running.post("/messages", orders, event);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("by-outbox-only");
  }
}
