package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.contracts.catalog.BridgeTexts;
import waybill.contracts.exchange.DeliveryState;
import waybill.kit.testing.BooksBalance;

/** The version that a subscriber takes is what it gets; what can't be made is parked. */
@BooksBalance
class VersionsTest {
  private static final String WITHOUT_A_WEIGHT =
      """
      {"type":"object","properties":{"parcel":{"type":"string"}},"required":["parcel"]}
      """;
  private static final String WITH_GRAMS =
      """
      {"type":"object","properties":{"parcel":{"type":"string"},"grams":{"type":"integer"}},
       "required":["parcel","grams"]}
      """;
  private final Joins joins = new Joins();

  private void joinsAt(String kind, int version) {
    ObjectNode wanted = Joins.wants(kind);
    wanted.putArray("contracts").add(Outside.CONTRACT + "/" + version);
    joins.joins(wanted);
  }

  private void says(String parcel, int weight) {
    ObjectNode event = joins.event(parcel);
    event.withObject("/data").put("weight", weight);
    joins.accept(event);
    joins.outside.route();
  }

  @Test
  void compatible_comesAsItIs_underTheVersionThatIsTaken() {
    joins.outside.registers(2, WITHOUT_A_WEIGHT, null);
    joinsAt("pull", 2);
    says("p1", 3);

    var message = joins.pull(1).get(0).path("message");
    assertThat(message.path("dataschema").asText()).endsWith("/2");
    assertThat(message.at("/data/weight").asInt()).isEqualTo(3);
  }

  @Test
  void row60_bridged_comesTranslated() {
    joins.outside.registers(
        2,
        WITH_GRAMS,
        new BridgeTexts(
            "{'parcel': parcel, 'grams': weight}", "{'parcel': parcel, 'weight': grams}"));
    joinsAt("pull", 2);
    says("p1", 3);

    assertThat(joins.pull(1).get(0).at("/message/data/grams").asInt()).isEqualTo(3);
  }

  @Test
  void row60_overSeveralSteps_upAndDown() {
    joins.outside.registers(
        2,
        WITH_GRAMS,
        new BridgeTexts(
            "{'parcel': parcel, 'grams': weight}", "{'parcel': parcel, 'weight': grams}"));
    joins.outside.registers(
        3,
        WITH_GRAMS.replace("grams", "milligrams"),
        new BridgeTexts(
            "{'parcel': parcel, 'milligrams': grams * 1000}",
            "{'parcel': parcel, 'grams': milligrams / 1000}"));
    joinsAt("pull", 3);
    says("p1", 3);
    assertThat(joins.pull(1).get(0).at("/message/data/milligrams").asInt()).isEqualTo(3_000);

    joins.leaves();
    joinsAt("pull", 1);
    ObjectNode event = joins.event("p2").put("dataschema", "waybill:" + Outside.CONTRACT + "/3");
    event.withObject("/data").put("milligrams", 7_000);
    joins.accept(event);
    joins.outside.route();
    assertThat(joins.pull(1).get(0).at("/message/data/weight").asInt()).isEqualTo(7);
  }

  @Test
  void row60_untranslatable_isParkedWithThatReason_holdsItsKey_andIsTriedByTheDay() {
    joins.outside.registers(2, WITH_GRAMS, null);
    joinsAt("pull", 2);
    says("p1", 3);
    ObjectNode second = joins.event("p1");
    joins.accept(second);
    joins.outside.route();

    assertThat(joins.pull(10)).isEmpty();
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.PARKED);
    assertThat(joins.delivery("p1~1", "depot").reason()).startsWith("untranslatable: ");
    assertThat(joins.state("p1~2")).isEqualTo(DeliveryState.IN_FLIGHT);

    joinsAt("pull", 1);
    joins.spine.clock.pass(Duration.ofHours(25));
    assertThat(joins.drain()).containsExactly("p1~1 after 0", "p1~2 after 1");
  }

  @Test
  void row60_forAQueue_itIsParkedToo_andComesOnceItCanBeMade() {
    joins.outside.registers(2, WITH_GRAMS, null);
    joinsAt("queue", 2);
    says("p1", 3);

    assertThat(joins.queued()).isEmpty();
    assertThat(joins.delivery("p1~1", "depot").reason()).startsWith("untranslatable: ");
    joins.minuteAfter(Duration.ofHours(25));
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.PARKED);

    joinsAt("queue", 1);
    joins.minuteAfter(Duration.ofHours(25));
    assertThat(joins.queued()).containsExactly("p1~1 after 0");
  }
}
