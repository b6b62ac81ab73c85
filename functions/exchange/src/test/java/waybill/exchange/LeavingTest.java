package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeliveryState;
import waybill.kit.testing.BooksBalance;

/** What is open when somebody leaves ends as skipped, and the books say so. */
@BooksBalance
class LeavingTest {
  private final Joins joins = new Joins();

  @Test
  void aParkedLane_endsWithAllThatIsBehindIt() {
    joins.joins("pull");
    joins.says("p1", "p1", "p1");
    for (int attempt = 0; attempt < 11; attempt++) {
      joins.pull(1);
      joins.spine.clock.pass(Duration.ofSeconds(31));
    }
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.PARKED);

    joins.leaves();
    joins.work();

    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.SKIPPED, 3L));
  }

  @Test
  void aBigBacklog_endsInTurns() {
    joins.outside.perMinute = 10_000;
    joins.joins("pull");
    for (int at = 0; at < 1_200; at++) joins.says("p1");
    for (int at = 0; at < 60; at++) joins.says("k" + at);

    joins.leaves();
    joins.work();

    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.SKIPPED, 1_260L));
  }

  @Test
  void theLanesOfAWebhook_endToo_whoeverFindsThemFirst() {
    joins.joins("webhook");
    joins.says("p1", "p1");
    joins.leaves();
    joins.spine.clock.pass(Duration.ofMinutes(1));
    joins.spine.minute();
    joins.work();
    joins.call();

    assertThat(joins.letters).isEmpty();
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.SKIPPED, 2L));
  }

  @Test
  void row15_whatARouterStillSentIt_endsLater() {
    joins.joins("pull");
    joins.says("p1");
    Exchange old = joins.spine.core();
    old.subscriptions.now();
    joins.leaves();
    joins.work();
    joins.accept(joins.event("p2"));
    Outgoing outgoing = old.outgoing(joins.spine.watched());
    for (var parcel : Mail.takenFrom(joins.outside.published))
      old.router()
          .takeAccepted(
              waybill.exchange.ledger.Arrival.of(
                  waybill.contracts.Message.parse(parcel.body()), parcel.body()),
              outgoing);
    joins.minuteAfter(Duration.ofMinutes(6));

    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.SKIPPED, 2L));
  }
}
