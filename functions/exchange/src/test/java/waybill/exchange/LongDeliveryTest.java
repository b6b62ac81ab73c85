package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ReplayMode;
import waybill.exchange.erase.DocumentsErased;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
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
  void row17_whoPublishesOverHttp_mayBeAsLong() {
    joins.joins("pull");
    publishesLong("p1");

    assertThat(joins.outside.entry("parcels~p1~1").text()).hasSizeLessThan(1_000);
    assertThat(joins.spine.blobs.list("_published/parcels/p1~", null).names()).hasSize(1);
    JsonNode message = joins.pull(1).get(0).path("message");
    assertThat(message.at("/data/note").asText()).hasSize(LENGTH);
    assertThat(message.has("dataref")).isFalse();
  }

  @Test
  void row57_whatIsLong_isExecutedOnceMore_andKeptAsLongAsTheCopy() {
    joins.joins("pull");
    publishesLong("p1");
    JsonNode lent = joins.pull(1).get(0);
    assertThat(joins.tell(lent, "handled")).isEqualTo("noted");
    MessageId original = MessageId.parse("parcels~p1~1");
    Instant before = entryUntil(original);
    joins.spine.clock.pass(Duration.ofDays(3));
    Past past = new Past(joins.spine);

    past.turn(past.start(ReplayMode.RE_EXECUTE, "depot", null));

    assertThat(joins.pull(1).get(0).at("/message/data/note").asText()).hasSize(LENGTH);
    assertThat(entryUntil(original)).isAfter(before);
  }

  private Instant entryUntil(MessageId id) {
    return Objects.requireNonNull(joins.spine.table.read(Entry.keyOf(id)).orElseThrow().expires());
  }

  private void publishesLong(String parcel) {
    ObjectNode event = joins.event(parcel);
    ((ObjectNode) event.path("data")).put("note", "x".repeat(LENGTH));
    joins.outside.publish(event);
    joins.outside.route();
  }

  @Test
  void whatWasPublishedLong_isErasedToo() {
    publishesLong("p1");

    new DocumentsErased(joins.spine.blobs).erase("parcels", "p1", "gone");

    assertThat(joins.spine.blobs.paths()).isEmpty();
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
