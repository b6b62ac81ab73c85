package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.catalog.CatalogContracts.CONTRACT_CHANGED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_RETIRED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Contract;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.MessageId;
import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.catalog.VersionRetired;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.hear.Copies;
import waybill.exchange.hear.Hearing;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.MemoryQueue;

/** Contracts that the exchange hears of, and what it lets in and holds because of that. */
class CopiesTest {
  private static final String NAME = "users.badge-given";
  private static final Contract<JsonNode> BADGE = Contract.of(NAME + "/1", JsonNode.class);
  private static final JsonNode BADGE_DATA = Json.parse("{\"badge\":\"gold\"}");
  private static final String HASH = "0".repeat(64);

  private final Spine spine = new Spine();
  private final Member catalog = new Member("catalog", spine.clock, service -> Inbox.of());
  private final MemoryQueue in = new MemoryQueue();
  private final MemoryQueue out = new MemoryQueue();

  @BeforeEach
  void join() {
    spine.join("catalog", catalog.in);
    spine.join("exchange", in);
  }

  private Hearing hearing() {
    return spine.core().hearing(in, out);
  }

  private void hear(List<Parcel> parcels) {
    assertThat(Mail.failedOf(hearing().messages(Mail.event("", parcels)))).isEmpty();
  }

  private Copies copies() {
    return new Copies(spine.exchange().rows());
  }

  /** From the catalog's commit to the exchange's copy, its receipt and the cleared outbox. */
  private void tell() {
    catalog.relay();
    assertThat(spine.take("catalog", Mail.takenFrom(catalog.out))).isEmpty();
    hear(Mail.takenFrom(in));
    assertThat(spine.take("exchange", Mail.takenFrom(out))).isEmpty();
    catalog.hear();
  }

  private MessageId define(String... senders) {
    return catalog.commit(NAME, CONTRACT_CHANGED, changed("A badge.", senders));
  }

  private ContractChanged changed(String summary, String... senders) {
    return new ContractChanged(
        NAME,
        "users",
        Kind.EVENT,
        summary,
        "/badge",
        "NONE",
        "P30D",
        List.of(),
        List.of(senders),
        List.of(),
        List.of(),
        spine.clock.instant());
  }

  private VersionRegistered version(int number, String type) {
    JsonNode schema =
        Json.parse("{\"type\":\"object\",\"properties\":{\"badge\":{\"type\":\"" + type + "\"}}}");
    return new VersionRegistered(
        NAME, number, HASH, schema, null, null, null, spine.clock.instant());
  }

  private void register() {
    define("users");
    catalog.commit(NAME, VERSION_REGISTERED, version(1, "string"));
    tell();
  }

  private void retire() {
    catalog.commit(NAME, VERSION_RETIRED, new VersionRetired(NAME, 1, HASH, spine.clock.instant()));
    tell();
  }

  private List<Parcel> said(int sequence, String data) {
    var message =
        new waybill.contracts.Message(
            new MessageId("users", "b1", sequence),
            BADGE.id(),
            spine.clock.instant(),
            "c1",
            null,
            0,
            null,
            null,
            Json.parse(data));
    return List.of(new Parcel("g", "d" + sequence, message.toJson()));
  }

  @Test
  void whatTheCatalogSays_isHeardWithAReceipt_andItsOutboxIsCleared() {
    MessageId id = define("users");

    tell();

    assertThat(copies().definition(NAME)).isPresent();
    assertThat(spine.ledger().delivery(id, "exchange").required().state())
        .isEqualTo(DeliveryState.HANDLED);
    assertThat(catalog.unsent()).isEmpty();
  }

  @Test
  void aMessageOfARegisteredContract_isAdmitted() {
    register();

    spine.route(said(1, BADGE_DATA.toString()));

    assertThat(spine.routedOf("b1")).isEqualTo(1);
  }

  @Test
  void aMessageThatBreaksARegisteredContract_isHeld() {
    register();

    spine.route(said(1, "{\"badge\":1}"));

    assertThat(spine.routedOf("b1")).isZero();
    assertThat(spine.log()).contains("held at the door", "type at /badge");
  }

  @Test
  void aMessageOfARegisteredContract_fromSomebodyElse_isHeld() {
    define("orders");
    catalog.commit(NAME, VERSION_REGISTERED, version(1, "string"));
    tell();

    spine.route(said(1, BADGE_DATA.toString()));

    assertThat(spine.routedOf("b1")).isZero();
    assertThat(spine.log()).contains("not a sender of this contract");
  }

  @Test
  void aMessageBeforeItsContract_isOnlyDelayed() {
    List<Parcel> said = said(1, BADGE_DATA.toString());
    Post post = spine.post();
    post.take(Mail.event(Mail.outOf("users"), said));
    assertThat(spine.routedOf("b1")).isZero();
    assertThat(spine.log()).contains("unknown contract");
    register();

    post.take(Mail.event(Mail.outOf("users"), said));

    assertThat(spine.routedOf("b1")).isEqualTo(1);
  }

  @Test
  void aVersionWithoutItsContract_isUnknown() {
    catalog.commit(NAME, VERSION_REGISTERED, version(1, "string"));
    tell();

    spine.route(said(1, BADGE_DATA.toString()));

    assertThat(spine.routedOf("b1")).isZero();
    assertThat(spine.log()).contains("unknown contract");
  }

  @Test
  void aRetiredVersion_isRefusedForWhatIsNew_alsoWhereItWasRemembered() {
    register();
    Post post = spine.post();
    post.take(Mail.event(Mail.outOf("users"), said(1, BADGE_DATA.toString())));
    retire();

    post.take(Mail.event(Mail.outOf("users"), said(2, BADGE_DATA.toString())));

    assertThat(spine.routedOf("b1")).isEqualTo(1);
    assertThat(spine.log()).contains("retired version");
  }

  @Test
  void whatWasRoutedUnderAVersionThatRetired_isReportedAgain() {
    register();
    spine.route(said(1, BADGE_DATA.toString()));
    spine.users.in.purge();
    retire();

    spine.route(said(1, BADGE_DATA.toString()));

    assertThat(spine.users.in.waiting()).hasSize(1);
  }

  @Test
  void whatWasSaidBeforeItsVersionRetired_passesAlsoLater() {
    register();
    List<Parcel> said = said(1, BADGE_DATA.toString());
    spine.clock.pass(Duration.ofSeconds(1));
    retire();

    spine.route(said);

    assertThat(spine.routedOf("b1")).isEqualTo(1);
  }

  @Test
  void anEventHeardTwice_changesNothing() {
    define("users");
    catalog.relay();
    spine.take("catalog", Mail.takenFrom(catalog.out));
    List<Parcel> event = Mail.takenFrom(in);
    hear(event);
    var before = spine.table.read(copyOfTheContract());

    hear(event);

    assertThat(spine.table.read(copyOfTheContract())).isEqualTo(before);
  }

  private static waybill.kit.commit.Key copyOfTheContract() {
    return new waybill.kit.commit.Key("contract~" + NAME, "item");
  }

  @Test
  void anOlderChange_doesNotReplaceANewerOne() {
    var older = changed("Older.", "orders");
    spine.clock.pass(Duration.ofSeconds(1));
    catalog.commit(NAME, CONTRACT_CHANGED, changed("Newer.", "users"));
    catalog.commit(NAME, CONTRACT_CHANGED, older);

    tell();

    assertThat(copies().definition(NAME).orElseThrow().senders()).containsExactly("users");
  }

  @Test
  void versionTwo_heardBeforeVersionOne_isStoredToo() {
    define("users");
    catalog.commit(NAME, VERSION_REGISTERED, version(2, "integer"));
    catalog.commit(NAME, VERSION_REGISTERED, version(1, "string"));

    tell();

    assertThat(copies().schema(new ContractId(NAME, 1))).isPresent();
    assertThat(copies().schema(new ContractId(NAME, 2))).isPresent();
  }

  @Test
  void deliveriesThatComeInAnyOrder_endInTheSameCopy() {
    define("users");
    catalog.commit(NAME, VERSION_REGISTERED, version(1, "string"));
    catalog.relay();
    spine.take("catalog", Mail.takenFrom(catalog.out));
    List<Parcel> events = Mail.takenFrom(in);

    hear(List.of(events.get(1)));
    hear(List.of(events.get(0)));
    hearing().minute();
    hear(Mail.takenFrom(in));

    assertThat(copies().schema(new ContractId(NAME, 1))).isPresent();
  }

  @Test
  void aVersion_neverChanges() {
    define("users");
    catalog.commit(NAME, VERSION_REGISTERED, version(1, "string"));
    catalog.commit(NAME, VERSION_REGISTERED, version(1, "integer"));

    tell();

    assertThat(copies().schema(new ContractId(NAME, 1)).orElseThrow().toString())
        .contains("string");
  }

  @Test
  void theMinuteOfHearing_leavesDeliveriesToResend() {
    spine.commit("u1");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
    spine.clock.pass(Spine.RESEND_AFTER);
    spine.orders.in.forget();

    hearing().minute();
    spine.minute();

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void aMessageOfABuiltInContract_readsNoCopy() {
    spine.commit("u1");
    spine.relay();
    spine.exchangeSees(Unread::new);

    spine.route();

    assertThat(spine.routedOf("u1")).isEqualTo(1);
  }
}
