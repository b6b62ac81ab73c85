package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.exchange.ExchangeContracts.DRAIN;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Drain;

class MessageTest {
  private static final ContractId CHANGED = ContractId.parse("users.user-changed/1");

  private final Message said =
      new Message(
          new MessageId("users", "u1", 2),
          CHANGED,
          Instant.parse("2026-02-01T10:00:00.123456Z"),
          "7f3c0a",
          null,
          0,
          null,
          null,
          Json.parse("{\"name\":\"Ada\",\"balance\":1.10}"));

  private final Message full =
      new Message(
          said.id(),
          CHANGED,
          said.time(),
          "7f3c0a",
          "users~u0~1",
          3,
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
          1L,
          said.data());

  private final Message claimed =
      said.withDataref("waybill:blob/users/u1~2/" + "0123456789abcdef".repeat(4));

  private final Message lasting = said.until(Instant.parse("2026-02-01T10:00:30Z"));

  private final Control control = Control.of("c1", "exchange", DRAIN, new Drain("users", "u1"));

  /** Digests are taken of these bytes: whoever changes them makes old and new kits disagree. */
  @Test
  void theEnvelope_isToTheByteAsApproved() throws IOException {
    StringBuilder written = new StringBuilder();
    for (Carried one : List.of(full, said, control, claimed, lasting))
      written.append(one.toJson()).append("\n");
    assertThat(written.toString()).isEqualTo(approved("envelope.jsonl"));
    assertThat(said.digest())
        .isEqualTo("82afcb804e8fcf71f8680e144dc23979be7e699a82ba83edf19a97e7d045470c");
  }

  @Test
  void whatIsWritten_readsBackEqual() {
    assertThat(Message.parse(said.toJson())).isEqualTo(said);
    assertThat(Carried.parse(full.toJson())).isEqualTo(full);
    assertThat(Carried.parse(control.toJson())).isEqualTo(control);
    assertThat(Carried.parse(claimed.toJson())).isEqualTo(claimed);
    assertThat(Carried.parse(lasting.toJson())).isEqualTo(lasting);
  }

  @Test
  void whatLasts_isPastFromItsEndOn_howeverItTravels() {
    Instant end = Instant.parse("2026-02-01T10:00:30Z");
    for (Message one : List.of(lasting, lasting.withAfter(1), lasting.withData(full.data()))) {
      assertThat(one.isPast(end.minusMillis(1))).isFalse();
      assertThat(one.isPast(end)).isTrue();
    }
    assertThat(said.isPast(Instant.MAX)).isFalse();
  }

  @Test
  void theDigest_isTheSameOnEveryDelivery() {
    assertThat(said.withAfter(0).digest()).isEqualTo(said.digest());
    assertThat(Message.parse(said.withAfter(1).toJson()).digest()).isEqualTo(said.digest());
    assertThat(full.digest()).isNotEqualTo(said.digest());
  }

  @Test
  void aClaim_isDeliveredAsAClaim_andKeepsItsDigest() {
    assertThat(claimed.withAfter(1).dataref()).isEqualTo(claimed.dataref());
    assertThat(claimed.withAfter(1).digest()).isEqualTo(claimed.digest());
    assertThat(claimed.withData(said.data())).isEqualTo(said);
  }

  @Test
  void aMessage_hasItsDataOrSaysWhereTheyAre_notBoth() {
    String ref = String.valueOf(claimed.dataref());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.put("dataref", ref))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.remove("data"))));
  }

  @Test
  void after_isStampedOnACopy() {
    assertThat(said.withAfter(1).after()).isEqualTo(1);
    assertThat(said.after()).isNull();
  }

  @Test
  void after_isBeforeTheSequence() {
    assertThatIllegalArgumentException().isThrownBy(() -> said.withAfter(2));
    assertThatIllegalArgumentException().isThrownBy(() -> said.withAfter(-1));
  }

  @Test
  void aSkippedOne_keepsItsPlaceWithoutItsData() {
    Message skipped = full.withoutData("by ada");

    assertThat(Carried.parse(skipped.toJson())).isEqualTo(skipped);
    assertThat(skipped.toJson()).contains("\"skipped\":\"by ada\"").doesNotContain("\"data\":");
    assertThat(skipped.withAfter(0).skipped()).isEqualTo("by ada");
  }

  @Test
  void data_isMissingIfAndOnlyIfItWasSkipped() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.put("skipped", "by ada"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.remove("data"))));
    assertThatIllegalArgumentException().isThrownBy(() -> said.withData(MissingNode.getInstance()));
  }

  @Test
  void textThatIsNotJson_isMalformed() {
    assertThatThrownBy(() -> Carried.parse("{")).isInstanceOf(Malformed.class);
  }

  @Test
  void whatBreaksTheEnvelope_isNamedByItsPointers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.put("keyseq", 0).remove("type"))))
        .withMessage("against exchange.envelope/1: /keyseq at least 1; /type is required");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.remove("keyseq"))))
        .withMessageContaining("against exchange.control/1: ");
    assertThatIllegalArgumentException().isThrownBy(() -> Carried.parse("[]"));
  }

  @Test
  void anIdThatContradictsItsParts_isRefused() {
    for (String part : new String[] {"source", "subject"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Carried.parse(changed(event -> event.put(part, "other"))));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.put("keyseq", 3))));
  }

  @Test
  void aSchemaThatContradictsTheType_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Carried.parse(changed(event -> event.put("type", "users.other"))))
        .withMessage("/dataschema is of another contract than /type");
  }

  @Test
  void aTimeThatNoCalendarHas_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Carried.parse(changed(event -> event.put("time", "2026-02-30T10:00:00Z"))));
  }

  @Test
  void attributesOfALaterVersion_areNoObstacle() {
    assertThat(Carried.parse(changed(event -> event.put("partitionkey", "x")))).isEqualTo(said);
  }

  private String changed(Consumer<ObjectNode> change) {
    ObjectNode event = (ObjectNode) Json.parse(said.toJson());
    change.accept(event);
    return Json.write(event);
  }

  private static String approved(String name) throws IOException {
    try (var in = MessageTest.class.getResourceAsStream("/approved/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
