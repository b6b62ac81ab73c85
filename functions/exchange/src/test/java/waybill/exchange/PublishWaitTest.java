package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.exchange.Outside.event;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.kit.http.HttpTesting.Answered;

/** {@code Prefer: wait}: the answer may come with the deliveries, and never fails for it. */
class PublishWaitTest {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final Outside outside = new Outside();
  private int pauses;

  @BeforeEach
  void ordersListens(@TempDir Path folder) {
    outside.spine.exchangeKnows(
        Catalogs.copiedTo(folder).consuming("orders", Outside.CONTRACT + "/1").catalog());
    outside.whilePausing = this::pause;
  }

  private void pause() {
    pauses++;
    outside.spine.clock.pass(HALF_A_SECOND);
  }

  private Answered publish(String prefer) {
    return outside
        .as(Outside.PARCELS)
        .with("prefer", prefer)
        .post("/messages", Json.write(event("e1", "p1")));
  }

  private void handled() {
    outside.route();
    var receipt =
        new Receipt("parcels~p1~1", Outcome.HANDLED, 1, outside.spine.clock.instant(), null, false);
    outside.spine.tell("orders", ExchangeContracts.RECEIPT, new ReceiptBatch(List.of(receipt)));
  }

  @Test
  void whatIsHandledInTime_comesWithTheAnswer() {
    outside.whilePausing =
        () -> {
          pause();
          if (pauses == 2) handled();
        };

    Answered answer = publish("respond-async, wait=5");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("preference-applied")).isEqualTo("wait=5");
    assertThat(answer.text("/deliveries/0/subscriber")).isEqualTo("orders");
    assertThat(answer.text("/deliveries/0/state")).isEqualTo("handled");
    assertThat(pauses).isEqualTo(2);
  }

  @Test
  void whatIsRoutedToNobody_isWaitedForNoLonger(@TempDir Path folder) {
    outside.spine.exchangeKnows(Catalogs.copiedTo(folder).consuming("orders").catalog());
    outside.whilePausing =
        () -> {
          pause();
          outside.route();
        };

    Answered answer = publish("wait=5");

    assertThat(answer.body().path("deliveries").isArray()).isTrue();
    assertThat(pauses).isEqualTo(1);
  }

  @Test
  void whenTimeRunsOut_itIsAcceptedAllTheSame() {
    Answered answer = publish("wait=3");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().has("deliveries")).isFalse();
    assertThat(pauses).isEqualTo(6);
  }

  @Test
  void whatIsDecidedButNotYetWrittenForItsSubscribers_isNotTheEnd() {
    outside.whilePausing =
        () -> {
          pause();
          var at = outside.spine.ledger().entry(MessageId.parse("parcels~p1~1"));
          var routed = Entry.routed(Arrival.of(at.required()), Map.of("orders", 0L), Instant.EPOCH);
          assertThat(outside.spine.ledger().write(at, routed)).isTrue();
        };

    assertThat(publish("wait=3").body().has("deliveries")).isFalse();
    assertThat(pauses).isEqualTo(6);
  }

  @Test
  void nobodyWaitsLongerThanTenSeconds() {
    Answered answer = publish("wait=600");

    assertThat(answer.header("preference-applied")).isEqualTo("wait=10");
    assertThat(pauses).isEqualTo(20);
  }

  @Test
  void aPreferenceThatIsNone_isNotApplied() {
    for (String prefer : List.of("wait=soon", "wait=0", "await=3", "wait")) {
      Answered answer = publish(prefer);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.headers()).doesNotContainKey("preference-applied");
    }
    assertThat(pauses).isZero();
  }

  @Test
  void whoComesAgain_mayWaitToo() {
    publish("wait=0");
    handled();

    assertThat(publish("wait=5").text("/deliveries/0/state")).isEqualTo("handled");
  }
}
