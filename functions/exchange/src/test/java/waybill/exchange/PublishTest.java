package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.exchange.Outside.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.exchange.ledger.Arrival;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.HttpTesting.Asking;
import waybill.kit.testing.BooksBalance;

@BooksBalance
class PublishTest {
  private final Outside outside = new Outside();

  private Message message(String id) {
    return Arrival.of(outside.entry(id)).message();
  }

  @Test
  void anEvent_isAccepted_withItsIdAndWhereItIsFound() {
    Answered answer = outside.publish(event("e1", "p1"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("/message_id")).isEqualTo("parcels~p1~1");
    assertThat(answer.header("location")).isEqualTo("/messages/parcels~p1~1");
    assertThat(answer.body().has("deliveries")).isFalse();
  }

  @Test
  void whatIsAccepted_isWhatIsRouted() {
    outside.publish(event("e1", "p1"));

    outside.route();

    assertThat(outside.entry("parcels~p1~1").isRouted()).isTrue();
    Message message = message("parcels~p1~1");
    assertThat(message.contract()).hasToString(Outside.CONTRACT + "/1");
    assertThat(message.data()).isEqualTo(Json.parse("{\"parcel\":\"p1\"}"));
    assertThat(message.time()).isEqualTo(outside.spine.clock.instant());
    assertThat(message.hops()).isZero();
  }

  @Test
  void aKey_isCountedOn_alsoBehindWhatIsNotRoutedYet() {
    outside.publish(event("e1", "p1"));
    outside.route();
    outside.publish(event("e2", "p1"));

    assertThat(outside.publish(event("e3", "p1")).text("/message_id")).isEqualTo("parcels~p1~3");
    assertThat(outside.publish(event("e4", "p2")).text("/message_id")).isEqualTo("parcels~p2~1");
  }

  @Test
  void whatReachesTheRouterInAnotherOrder_isRoutedInTheOrderOfTheKey() {
    outside.publish(event("e1", "p1"));
    var first = Mail.takenFrom(outside.published);
    outside.publish(event("e2", "p1"));

    outside.route();
    assertThat(outside.entry("parcels~p1~2").isRouted()).isTrue();
    assertThat(outside.spine.post().take(Mail.event(Spine.PUBLISHED, first))).isNotNull();

    assertThat(outside.entry("parcels~p1~1").isRouted()).isTrue();
  }

  @Test
  void row6_aRepeatedRequest_isAnsweredTheSame_andStoresNothingNew() {
    Answered first = outside.publish(event("e1", "p1"));
    outside.route();
    var stored = outside.spine.table.items();

    Answered again = outside.publish(event("e1", "p1"));

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("location")).isEqualTo(first.header("location"));
    assertThat(outside.spine.table.items()).containsExactlyInAnyOrderElementsOf(stored);
    assertThat(outside.published.waiting()).isEmpty();
  }

  @Test
  void row6_aRepetition_afterDays_andWithItsVersionOutOfUse_isAnsweredTheSame() {
    Answered first = outside.publish(event("e1", "p1"));
    outside.route();
    outside.retires(1);
    outside.spine.clock.pass(Duration.ofDays(29));

    assertThat(outside.publish(event("e1", "p1")).body()).isEqualTo(first.body());
  }

  @Test
  void row6_theIdWithAnotherBody_isAConflict() {
    outside.publish(event("e1", "p1"));

    assertThat(outside.publish(event("e1", "p2")).refusal()).isEqualTo("409 event-id-reused /id");
    assertThat(outside.messagesOf("p2")).isEmpty();
  }

  @Test
  void row6_aRepetitionInAnotherMode_andWithAnotherTrace_isTheSameEvent() {
    ObjectNode event = event("e1", "p1");
    event.remove("dataschema");
    event.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    Answered first = outside.publish(event);

    assertThat(binary(Outside.attributes("e1"), "{\"parcel\":\"p1\"}").body())
        .isEqualTo(first.body());
  }

  @Test
  void theSameId_ofAnotherSource_isAnotherEvent() {
    outside.binds("letters", "parcels-client");
    outside.defines("parcels.letter-sent", waybill.contracts.Kind.EVENT, "/parcel", "letters");
    outside.registers("parcels.letter-sent", 1);
    outside.tell();
    outside.publish(event("e1", "p1"));

    ObjectNode other =
        event("e1", "p1").put("source", "letters").put("type", "parcels.letter-sent");
    other.remove("dataschema");

    assertThat(outside.publish(other).text("/message_id")).isEqualTo("letters~p1~1");
  }

  @Test
  void anIdempotencyKey_andTheSendersId_agree() {
    Asking asking = outside.as(Outside.PARCELS).with("idempotency-key", "k1");
    String body = Json.write(event("e1", "p1"));
    Answered first = asking.post("/messages", body);

    assertThat(asking.post("/messages", body).body()).isEqualTo(first.body());
    assertThat(outside.messagesOf("p1")).hasSize(1);
  }

  @Test
  void anIdempotencyKey_isNotUsedForOtherAttributesInHeaders() {
    String data = "{\"parcel\":\"p1\"}";
    keyed("e1").post("/messages", data);

    assertThat(keyed("e2").post("/messages", data).status()).isEqualTo(422);
  }

  private Asking keyed(String id) {
    Asking asking = outside.as(Outside.PARCELS).with("idempotency-key", "k1");
    for (var header : Outside.attributes(id).entrySet())
      asking = asking.with(header.getKey(), header.getValue());
    return asking;
  }

  private Answered binary(Map<String, String> headers, String data) {
    Asking asking = outside.as(Outside.PARCELS);
    for (var header : headers.entrySet()) asking = asking.with(header.getKey(), header.getValue());
    return asking.post("/messages", data);
  }

  @Test
  void binaryMode_readsAttributesFromHeaders() {
    var headers = new java.util.HashMap<>(Outside.attributes("e%201"));
    headers.put("ce-hops", "3");
    headers.put("ce-correlationid", "c+7");
    headers.put("ce-subject", "p1");

    Answered answer = binary(headers, "{\"parcel\":\"p1\"}");

    Message message = message(answer.text("/message_id"));
    assertThat(message.hops()).isEqualTo(3);
    assertThat(message.correlation()).isEqualTo("c+7");
    assertThat(outside.publish(withoutSchema("e 1", "p2")).status()).isEqualTo(409);
  }

  private static ObjectNode withoutSchema(String id, String parcel) {
    return event(id, parcel).without("dataschema");
  }

  @Test
  void withoutDataschema_theLatestVersionIsMeant() {
    outside.registers(2);
    outside.tell();

    Answered answer = outside.publish(withoutSchema("e1", "p1"));

    assertThat(message(answer.text("/message_id")).contract().version()).isEqualTo(2);
  }

  @Test
  void aMediaType_isReadInWhateverCase_andBeforeAttributesInHeaders() {
    Answered answer =
        outside
            .as(Outside.PARCELS)
            .with("content-type", "Application/CloudEvents+JSON; charset=utf-8")
            .with("ce-specversion", "1.0")
            .post("/messages", Json.write(event("e1", "p1")));

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void dataschema_mayBeWrittenShort() {
    ObjectNode event = event("e1", "p1").put("dataschema", "waybill:" + Outside.CONTRACT + "/1");

    assertThat(outside.publish(event).status()).isEqualTo(202);
  }

  @Test
  void unknownExtensions_areTakenAndNotPassedOn() {
    Answered answer = outside.publish(event("e1", "p1").put("sampledrate", 30));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(outside.entry("parcels~p1~1").text()).doesNotContain("sampledrate");
  }

  @Test
  void withoutACorrelationId_theRequestsIsPassedOn() {
    outside
        .as(Outside.PARCELS)
        .with("x-correlation-id", "mine")
        .post("/messages", Json.write(event("e1", "p1")));

    assertThat(message("parcels~p1~1").correlation()).isEqualTo("mine");
  }

  @Test
  void row39_aCauseThatIsKnown_makesOneHopMore() {
    outside.publish(event("e1", "p1").put("hops", 6));

    outside.publish(event("e2", "p2").put("causationid", "parcels~p1~1").put("hops", 2));
    outside.publish(event("e3", "p3").put("causationid", "parcels~p1~1").put("hops", 40));

    assertThat(message("parcels~p2~1").hops()).isEqualTo(7);
    assertThat(message("parcels~p3~1").hops()).isEqualTo(40);
  }

  @Test
  void row39_aLoopOverHttp_stops_andALegalChainDoesNot() {
    outside.publish(event("e0", "p0"));
    int accepted = 0;
    String cause = "parcels~p0~1";
    Answered answer;
    do {
      String key = "p" + (accepted + 1);
      answer = outside.publish(event("e" + key, key).put("causationid", cause));
      if (answer.status() == 202) accepted++;
      cause = answer.text("/message_id");
    } while (answer.status() == 202 && accepted < 1_000);

    assertThat(accepted).isEqualTo(waybill.kit.Limits.HOPS_MAX).isGreaterThan(20);
    assertThat(answer.refusal()).isEqualTo("422 loop /hops");
  }
}
