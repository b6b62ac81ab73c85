package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Arrival;
import waybill.kit.blob.BlobName;
import waybill.kit.testing.BooksBalance;

/** Who is outside can't fetch what was left behind for its length: so it comes whole. */
@BooksBalance
class LongDeliveryTest {
  private static final int LENGTH = 200_000;
  private final Joins joins = new Joins();

  @BeforeEach
  void register() {
    joins.outside.publish(joins.event("p0"));
    joins.outside.route();
  }

  /** As a source of the deployment leaves it: its data beside it. */
  private void saysLong(String parcel, int length) {
    MessageId id = MessageId.parse("parcels~" + parcel + "~1");
    JsonNode data = Json.object().put("parcel", parcel).put("note", "x".repeat(length));
    byte[] bytes = Json.bytes(data);
    BlobName name = BlobName.of(id, bytes);
    joins.spine.blobs.put(name, bytes);
    String text = joins.outside.entry("parcels~p0~1").text();
    var template = (com.fasterxml.jackson.databind.node.ObjectNode) Json.parse(text);
    template.put("id", id.toString()).put("subject", parcel);
    Message message = Message.parse(Json.write(template)).withDataref(name.dataref());
    Exchange core = joins.spine.core();
    core.subscriptions.now();
    Outgoing outgoing = core.outgoing(joins.spine.watched());
    core.router().takeAccepted(Arrival.of(message, message.toJson()), outgoing);
    outgoing.send();
  }

  @Test
  void row17_whoPulls_getsTheWholeDocument() {
    joins.joins("pull");
    saysLong("p1", LENGTH);

    JsonNode message = joins.pull(1).get(0).path("message");
    assertThat(message.at("/data/note").asText()).hasSize(LENGTH);
    assertThat(message.has("dataref")).isFalse();
  }

  @Test
  void row17_whoIsCalled_getsTheWholeDocument() {
    joins.joins("webhook");
    saysLong("p1", LENGTH);
    joins.call();

    assertThat(Json.parse(joins.letters.get(0).body()).at("/data/note").asText()).hasSize(LENGTH);
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.HANDLED, 1L));
  }

  @Test
  void row17_aQueue_getsWhatAQueueTakes_andTheRestIsParked() {
    joins.joins("queue");
    saysLong("p1", LENGTH);
    saysLong("p2", 1_000_000);

    assertThat(joins.queued()).containsExactly("p1~1 after 0");
    assertThat(joins.delivery("p2~1", "depot").reason())
        .isEqualTo("untranslatable: it is longer than a queue takes");
  }

  @Test
  void row17_whoseDocumentIsLost_isParkedWithThatReason() {
    joins.joins("pull");
    saysLong("p1", LENGTH);
    var names = joins.spine.blobs.list("parcels/", null).names();
    names.forEach(joins.spine.blobs::delete);

    assertThat(joins.pull(1)).isEmpty();
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.PARKED);
  }
}
