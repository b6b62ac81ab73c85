package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.catalog.BridgeTexts;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Entry;
import waybill.exchange.webhook.Reply;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.BooksBalance;

/** What the exchange hands out itself is decided about while nobody has it in hand. */
@BooksBalance
class DeskLanesTest {
  private static final MessageId FIRST = new MessageId("parcels", "p1", 1);

  private final Joins joins = new Joins();
  private final AtDesk desk = new AtDesk(joins.spine, "depot");

  /** Three of a key, of which the first was asked for again. */
  private void pullFails() {
    joins.joins("pull");
    joins.says("p1", "p1", "p1");
    assertThat(joins.tell(joins.pull(1).get(0), "retry")).isEqualTo("noted");
  }

  @Test
  void onlyTheFirst_isShown_andItsFollowersAreCounted() {
    pullFails();

    assertThat(desk.parkedIds()).containsExactly(FIRST.toString());
    assertThat(desk.parked().get(0).path("followers").asInt()).isEqualTo(2);
    assertThat(desk.parked().get(0).path("held_by").asText()).isEqualTo("exchange");
    assertThat(desk.parked().get(0).at("/message/data/parcel").asText()).isEqualTo("p1");
  }

  @Test
  void aRetry_freesItAtOnce_fromTheFirstAttemptOn() {
    pullFails();
    assertThat(joins.pull(10)).isEmpty();

    desk.order("retry", FIRST);

    assertThat(desk.parked()).isEmpty();
    List<JsonNode> lent = joins.pull(10);
    assertThat(Joins.of(lent)).containsExactly("p1~1 after 0", "p1~2 after 1", "p1~3 after 2");
    assertThat(lent.get(0).path("attempt").asInt()).isEqualTo(1);
  }

  @Test
  void aSkip_endsIt_andTheNextHasItsTurn() {
    pullFails();

    desk.order("skip", FIRST);

    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.SKIPPED);
    assertThat(joins.delivery("p1~1", "depot").reason()).startsWith("skipped by olga: ");
    assertThat(joins.drain()).containsExactly("p1~2 after 1", "p1~3 after 2");
  }

  @Test
  void aSkipOfTheLast_leavesNothingOpen() {
    joins.joins("pull");
    joins.says("p1");
    joins.tell(joins.pull(1).get(0), "retry");

    desk.order("skip", FIRST);
    joins.says("p1");

    assertThat(joins.drain()).containsExactly("p1~2 after 1");
  }

  @Test
  void anEdit_isWhatThisSubscriberGets() {
    pullFails();

    desk.edit(FIRST, Json.object().put("parcel", "p1").put("weight", 7));

    JsonNode lent = joins.pull(1).get(0);
    assertThat(lent.at("/message/id").asText()).isEqualTo(FIRST.toString());
    assertThat(lent.at("/message/data/weight").asInt()).isEqualTo(7);
  }

  @Test
  void row60_anEditIsWrittenAsItIsTaken_andTranslatedWhereThatChangesLater() {
    String grams =
        """
        {"type":"object","properties":{"parcel":{"type":"string"},"grams":{"type":"integer"}},
         "required":["parcel","grams"]}
        """;
    joins.outside.registers(
        2,
        grams,
        new BridgeTexts(
            "{'parcel': parcel, 'grams': weight ? weight : 0}",
            "{'parcel': parcel, 'weight': grams}"));
    var wanted = Joins.wants("pull");
    wanted.putArray("contracts").add(Outside.CONTRACT + "/2");
    joins.joins(wanted);
    joins.says("p1");
    joins.tell(joins.pull(1).get(0), "retry");

    assertThat(
            desk.ask("edit", FIRST, AtDesk.wish(1).set("data", Json.object().put("parcel", "p1")))
                .refusal())
        .isEqualTo("422 contract-violation /data/grams");
    desk.edit(FIRST, Json.object().put("parcel", "p1").put("grams", 9));
    JsonNode asTaken = joins.pull(1).get(0);
    assertThat(asTaken.at("/message/data/grams").asInt()).isEqualTo(9);

    joins.tell(asTaken, "retry");
    joins.joins("pull");
    desk.order("retry", FIRST);
    assertThat(joins.pull(1).get(0).at("/message/data/weight").asInt()).isEqualTo(9);
  }

  @Test
  void whatStillCantBeMade_isNotTriedAgain_andStaysOnTheDesk() {
    joins.outside.registers(
        2,
        "{\"type\":\"object\",\"properties\":{\"code\":{\"type\":\"integer\"}},\"required\":[\"code\"]}",
        null);
    var wanted = Joins.wants("pull");
    wanted.putArray("contracts").add(Outside.CONTRACT + "/2");
    joins.joins(wanted);
    joins.says("p1");
    assertThat(joins.pull(1)).isEmpty();

    assertThat(desk.ask("retry", FIRST).refusal()).isEqualTo("409 still-untranslatable");
    assertThat(desk.parkedIds()).containsExactly(FIRST.toString());
    desk.edit(FIRST, Json.object().put("code", 5));
    assertThat(joins.pull(1).get(0).at("/message/data/code").asInt()).isEqualTo(5);
  }

  @Test
  void row54_whatSomebodyHasInHand_isNotDecidedAbout() {
    pullFails();
    joins.spine.clock.pass(Duration.ofHours(1));
    JsonNode lent = joins.pull(1).get(0);

    for (String order : List.of("retry", "skip")) {
      Answered refused = desk.ask(order, FIRST);
      assertThat(refused.refusal()).isEqualTo("409 in-other-hands");
      assertThat(refused.header("retry-after")).isNotEmpty();
    }
    assertThat(joins.tell(lent, "handled")).isEqualTo("noted");
    assertThat(desk.ask("skip", FIRST).refusal()).isEqualTo("409 not-parked");
  }

  @Test
  void row54_whoseLeaseRanOut_hasNothingMoreToSay() {
    pullFails();
    joins.spine.clock.pass(Duration.ofHours(1));
    List<JsonNode> lent = joins.pull(2);
    joins.spine.clock.pass(Duration.ofSeconds(31));

    desk.order("skip", FIRST);

    assertThat(joins.tell(lent.get(0), "handled")).isEqualTo("unknown");
    assertThat(joins.tell(lent.get(1), "handled")).isEqualTo("stale");
    assertThat(joins.drain()).containsExactly("p1~2 after 1", "p1~3 after 2");
  }

  @Test
  void whatOnlyTheDeskMayTry_isTriedAgain() {
    joins.joins("pull");
    joins.says("p1");
    for (int attempt = 1; attempt <= 10; attempt++) {
      joins.pull(1);
      joins.spine.clock.pass(Duration.ofSeconds(31));
    }
    assertThat(joins.pull(1)).isEmpty();
    assertThat(desk.parked().get(0).path("attempts").asInt()).isEqualTo(10);

    desk.order("retry", FIRST);

    assertThat(joins.drain()).containsExactly("p1~1 after 0");
  }

  @Test
  void row51_aWebhook_isCalledAtOnce() {
    joins.joins("webhook");
    joins.endpoint = letter -> Joins.reply(Reply.Outcome.LATER);
    joins.says("p1", "p1");
    joins.call();
    joins.endpoint = letter -> Joins.reply(Reply.Outcome.HANDLED);

    desk.order("retry", FIRST);
    joins.call();

    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.HANDLED);
    assertThat(joins.lettersIds()).containsExactly("p1~1", "p1~1", "p1~2");
  }

  @Test
  void row51_aWebhooksSkip_callsForTheNext() {
    joins.joins("webhook");
    joins.endpoint = letter -> Joins.reply(Reply.Outcome.LATER);
    joins.says("p1", "p1");
    joins.call();
    joins.endpoint = letter -> Joins.reply(Reply.Outcome.HANDLED);

    desk.order("skip", FIRST);
    joins.call();

    assertThat(joins.lettersIds()).containsExactly("p1~1", "p1~2");
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.SKIPPED);
  }

  @Test
  void whatIsSkipped_isKeptNoLongerThanWhatIsHandled() {
    joins.joins("pull");
    joins.says("p1");
    joins.tell(joins.pull(1).get(0), "retry");

    desk.order("skip", FIRST);

    var entry = joins.spine.ledger().at(Entry.keyOf(FIRST)).orElseThrow();
    assertThat(entry.expires()).isEqualTo(joins.spine.clock.instant().plus(Duration.ofDays(30)));
  }
}
