package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.catalog.VersionRegistered;
import waybill.exchange.ledger.Entry;
import waybill.kit.blob.BlobName;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.MemoryQueue;

/** A message whose data were left behind, on its way through the exchange. */
@BooksBalance
class LongMessageTest {
  private static final String KEY = "shop.basket-filled";

  private final Spine spine = new Spine();
  private final Member catalog = new Member("catalog", spine.blobs, spine.clock, in -> Inbox.of());
  private final MemoryQueue toExchange = new MemoryQueue();

  @BeforeEach
  void join() {
    spine.join("catalog", catalog.in);
    spine.join("exchange", toExchange);
  }

  @Test
  void row17_aLongMessage_isRoutedAsItsClaim() {
    MessageId id = register(1);
    route();

    Message delivered = Message.parse(toExchange.waiting().get(0).body());
    assertThat(delivered.id()).isEqualTo(id);
    assertThat(delivered.after()).isEqualTo(0);
    assertThat(delivered.dataref()).isNotNull();
    assertThat(spine.exchange().claims().redeem(delivered).data().path("number").asInt())
        .isEqualTo(1);
    assertThat(spine.ledger().entry(id).required().text().length()).isLessThan(1_000);
  }

  @Test
  void row17_aLongMessage_leavesItsOutboxOnceItIsRouted() {
    register(1);
    route();
    catalog.hear();

    assertThat(catalog.unsent()).isEmpty();
  }

  @Test
  void row17_aLongMessageWithoutItsData_isHeldAndSaysWhy() {
    MessageId id = register(1);
    spine.blobs.delete(nameOf(0));

    route();

    assertThat(spine.table.items()).isEmpty();
    assertThat(catalog.unsent()).containsExactly(id.toString());
    assertThat(spine.log()).contains("held at the door", "not there");
  }

  @Test
  void row55_dataOfAnother_areNotShownOnTheWordOfTheOneWhoSpeaks() {
    register(1);
    catalog.relay();
    Parcel own = Mail.takenFrom(catalog.out).get(0);
    MessageId others = new MessageId("users", "u1", 1);
    String foreign =
        Message.parse(own.body())
            .withDataref(BlobName.of(others, new byte[] {'{', '}'}).dataref())
            .toJson();

    spine.take("catalog", List.of(new Parcel(own.group(), "1", foreign)));

    assertThat(spine.table.items()).isEmpty();
    assertThat(spine.log()).contains("held at the door", "another message's");
  }

  @Test
  void whereDataAreAway_theQueueKeepsTheMessage() {
    register(1);
    catalog.relay();
    List<Parcel> parcels = Mail.takenFrom(catalog.out);
    spine.blobs.away(true);

    assertThat(spine.take("catalog", parcels)).containsExactly(0);

    spine.blobs.away(false);
    assertThat(spine.take("catalog", parcels)).isEmpty();
    assertThat(toExchange.waiting()).hasSize(1);
  }

  @Test
  void row5_whatWasNeverSaid_isCollectedOnceItsPlaceIsTaken() {
    BlobName orphan = leftAt(1);
    register(1);
    assertThat(spine.blobs.paths()).hasSize(2);

    new Leftovers(spine.exchange()).turn();
    assertThat(spine.blobs.paths()).as("not routed yet: who knows").hasSize(2);

    route();
    new Leftovers(spine.exchange()).turn();
    assertThat(spine.blobs.paths()).hasSize(1).doesNotContain(orphan.path());
  }

  @Test
  void whatTheLedgerLeadsTo_stays_howeverOld() {
    MessageId id = register(1);
    route();
    spine.clock.pass(Duration.ofDays(4_000));

    new Leftovers(spine.exchange()).turn();

    assertThat(spine.exchange().claims().redeem(entryOf(id)).data().isMissingNode()).isFalse();
  }

  @Test
  void whatWaitsForItsTurn_stays() {
    register(1);
    register(2);
    catalog.relay();
    List<Parcel> parcels = Mail.takenFrom(catalog.out);
    spine.take("catalog", List.of(parcels.get(1)));

    new Leftovers(spine.exchange()).turn();

    assertThat(spine.blobs.paths()).hasSize(2);
  }

  @Test
  void whatTheLedgerForgot_goesToo() {
    MessageId id = register(1);
    route();
    spine.forgetEntry(id);

    new Leftovers(spine.exchange()).turn();

    assertThat(spine.blobs.paths()).isEmpty();
  }

  @Test
  void whoeverLooks_seesTheData() {
    MessageId id = register(1);
    route();
    String text = spine.ledger().entry(id).required().text();

    var shown = new ShownEnvelope(spine.exchange().claims()).of(text);

    assertThat(shown.at("/data/number").asInt()).isEqualTo(1);
    assertThat(shown.has("dataref")).isFalse();
  }

  @Test
  void whoeverLooksAtDataThatAreGone_seesWhereTheyWere() {
    MessageId id = register(1);
    route();
    spine.blobs.delete(nameOf(0));
    String text = spine.ledger().entry(id).required().text();

    assertThat(new ShownEnvelope(spine.exchange().claims()).of(text)).isEqualTo(Json.parse(text));
  }

  private Message entryOf(MessageId id) {
    Entry entry = spine.ledger().entry(id).required();
    return Message.parse(entry.text());
  }

  /** As a commit leaves it that failed. */
  private BlobName leftAt(int sequence) {
    byte[] bytes = Json.bytes(Json.object().put("never", "said"));
    BlobName name = BlobName.of(new MessageId("catalog", KEY, sequence), bytes);
    spine.blobs.put(name, bytes);
    return name;
  }

  private MessageId register(int number) {
    var schema = Json.object().put("type", "object").put("description", "x".repeat(100_000));
    return catalog.commit(
        KEY,
        VERSION_REGISTERED,
        new VersionRegistered(
            KEY, number, "0".repeat(64), schema, null, null, null, Instant.EPOCH));
  }

  private void route() {
    catalog.relay();
    assertThat(spine.take("catalog", Mail.takenFrom(catalog.out))).isEmpty();
  }

  private BlobName nameOf(int position) {
    return Objects.requireNonNull(spine.blobs.list("catalog/", null).names().get(position));
  }
}
