package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.exchange.Outside.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.kit.Limits;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.BooksBalance;

/** Whatever is refused, nothing of it is stored and nothing passed on. */
@BooksBalance
class PublishRefusalsTest {
  private final Outside outside = new Outside();

  private void refused(String how, Answered answer) {
    assertThat(answer.refusal()).isEqualTo(how);
    assertThat(outside.stored()).isEmpty();
    assertThat(outside.published.waiting()).isEmpty();
  }

  private Answered publish(ObjectNode event) {
    return outside.publish(event);
  }

  private static ObjectNode event() {
    return Outside.event("e1", "p1");
  }

  @Test
  void row55_aForeignSource() {
    refused(
        "403 foreign-source /source",
        outside.as(Caller.machine("letters-client")).post("/messages", Json.write(event())));
    assertThat(outside.spine.log()).contains("refused at the door", "letters-client");
    assertThat(outside.tally.counts()).isEmpty();
  }

  @Test
  void row55_aClientThatWasUnbound() {
    outside.binds("parcels");
    outside.tell();

    refused("403 foreign-source /source", publish(event()));
  }

  @Test
  void row55_aServiceWithAnOutbox() {
    ObjectNode event = event().put("source", "users").put("type", "users.user-changed");

    refused(
        "403 by-outbox-only /source",
        outside.as(Caller.machine("users")).post("/messages", Json.write(event)));
  }

  @Test
  void row55_aContractThatOthersSend() {
    outside.defines("parcels.letter-sent", Kind.EVENT, "/parcel", "letters");
    outside.registers("parcels.letter-sent", 1);
    outside.tell();
    ObjectNode event = event().put("type", "parcels.letter-sent").without("dataschema");

    refused("403 not-a-sender", publish(event));
  }

  @Test
  void row55_anAnswerIsNoMessage() {
    outside.defines("parcels.shown", Kind.RESPONSE, "/parcel", "parcels");
    outside.registers("parcels.shown", 1);
    outside.tell();

    refused(
        "403 not-a-sender", publish(event().put("type", "parcels.shown").without("dataschema")));
  }

  @Test
  void row55_aPerson_anOperatorToo() {
    var operator = outside.as(Caller.person("olga", "operator"));

    refused("403 forbidden", operator.post("/messages", Json.write(event())));
  }

  @Test
  void anUnknownContract() {
    refused("422 unknown-contract /type", publish(event().put("type", "parcels.parcel-lost")));
  }

  @Test
  void anUnknownVersion() {
    String path = "/contracts/" + Outside.CONTRACT + "/versions/";

    refused("422 unknown-version /dataschema", publish(event().put("dataschema", path + 7)));
  }

  @Test
  void aVersionOfAnotherContract() {
    ObjectNode event = event().put("dataschema", "/contracts/users.user-changed/versions/1");

    refused("422 unknown-version /dataschema", publish(event));
  }

  @Test
  void aRetiredVersion() {
    outside.retires(1);

    refused("422 retired-version /dataschema", publish(event()));
  }

  @Test
  void dataAgainstItsContract() {
    ObjectNode event = event();
    event.putObject("data").put("weight", "heavy");

    refused("422 contract-violation /data/parcel /data/weight", publish(event));
  }

  @Test
  void aKeyThatIsNone() {
    refused("422 no-key /data/parcel", publish(Outside.event("e1", "a b")));
  }

  @Test
  void aSubjectThatIsNotTheKey() {
    refused("422 other-key /subject", publish(event().put("subject", "p2")));
  }

  @Test
  void aCommandWithoutASubject() {
    outside.defines("parcels.send-parcel", Kind.COMMAND, null, "parcels");
    outside.registers("parcels.send-parcel", 1);
    outside.tell();
    ObjectNode event = event().put("type", "parcels.send-parcel").without("dataschema");

    refused("422 no-key /subject", publish(event));
    assertThat(publish(event.put("subject", "s1")).text("/message_id")).isEqualTo("parcels~s1~1");
  }

  @Test
  void row39_moreHopsThanAnyChainHas() {
    refused("422 loop /hops", publish(event().put("hops", Limits.HOPS_MAX + 1)));
  }

  @Test
  void anEnvelopeThatIsNone() {
    refused("422 contract-violation /id", publish(event().put("id", "")));
    refused("422 contract-violation /source", publish(event().put("source", "https://a.example")));
    refused("422 contract-violation /data_base64", publish(event().put("data_base64", "e30=")));
    refused(
        "422 contract-violation /data /id",
        publish(event().without(java.util.List.of("id", "data"))));
  }

  @Test
  void whatIsNotJson() {
    refused("400 malformed", outside.as(Outside.PARCELS).post("/messages", "{"));
  }

  @Test
  void aMessageThatIsTooLarge() {
    ObjectNode event = event();
    for (int n = 0; n < 5; n++)
      ((ObjectNode) event.path("data")).put("note" + n, "x".repeat(1_000_000));

    refused("413 too-large", publish(event));
  }

  @Test
  void moreThanTheMinuteAllows_isToldWhenToComeAgain() {
    outside.perMinute = 2;
    outside.spine.clock.pass(Duration.ofSeconds(18));
    outside.publish(Outside.event("e1", "p1"), Outside.event("e2", "p2"));
    var stored = outside.stored();

    Answered answer = publish(Outside.event("e3", "p3"));

    assertThat(answer.refusal()).isEqualTo("429 quota-exceeded");
    assertThat(answer.header("retry-after")).isEqualTo("42");
    assertThat(answer.body().path("retry_after").asInt()).isEqualTo(42);
    assertThat(outside.stored()).isEqualTo(stored);
    outside.spine.clock.pass(Duration.ofSeconds(42));
    assertThat(publish(Outside.event("e3", "p3")).status()).isEqualTo(202);
  }
}
