package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.FlowList;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;

@BooksBalance
class FlowsTest {
  private final Spine spine = new Spine();
  private final Auditor auditor = new Auditor(spine);

  private FlowList.Flow registered() {
    return auditor.flow("users.user-registered", "orders");
  }

  private void routed(String user) {
    spine.commit(user);
    spine.relay();
    spine.route();
  }

  @Test
  void whatIsRoutedAndEnds_isCounted() {
    routed("u1");
    routed("u2");
    assertThat(registered().backlog()).isEqualTo(2);
    spine.hear();
    spine.report();
    routed("u3");

    FlowList.Flow flow = registered();

    assertThat(List.of(flow.produced(), flow.handled(), flow.backlog()))
        .containsExactly(3L, 2L, 1L);
    assertThat(flow.producerRate().oneMinute()).isEqualTo(3.0 / 60);
    assertThat(flow.consumerRate().fiveMinutes()).isEqualTo(2.0 / 300);
  }

  @Test
  void whatIsCounted_staysWhenItIsFolded() {
    routed("u1");
    spine.settle();
    spine.clock.pass(Duration.ofMinutes(20));
    for (int minute = 0; minute < 3; minute++) {
      spine.core().flowing.minute();
      spine.clock.pass(Duration.ofMinutes(1));
    }
    routed("u2");

    assertThat(registered().produced()).isEqualTo(2);
    assertThat(registered().handled()).isEqualTo(1);
    assertThat(registered().producerRate().fifteenMinutes()).isEqualTo(1.0 / 900);
  }

  @Test
  void theOldest_hasItsAge_andWhatDoesNotDrainHasNoEnd() {
    routed("u1");
    spine.clock.pass(Duration.ofSeconds(90));

    assertThat(registered().oldestAge()).isBetween(90.0, 100.0);
    assertThat(registered().timeToDrain()).isNull();
  }

  @Test
  void whatDrains_hasAnEnd() {
    for (int user = 0; user < 4; user++) routed("u" + user);
    spine.clock.pass(Duration.ofMinutes(6));
    spine.orders.hear(Mail.takenFrom(spine.orders.in).subList(0, 3));
    spine.report();

    assertThat(registered().backlog()).isEqualTo(1);
    assertThat(registered().timeToDrain()).isEqualTo(100.0);
  }

  @Test
  void row58_countersThatAreLost_areRebuiltFromTheLedger() {
    routed("u1");
    spine.settle();
    routed("u2");
    spine.orders.in.take();
    spine.counters.lose();
    assertThat(registered().produced()).isZero();
    spine.clock.pass(Duration.ofMinutes(1));

    auditor.audit();

    assertThat(registered().produced()).isEqualTo(2);
    assertThat(registered().backlog()).isEqualTo(1);
    assertThat(registered().oldestAge()).isGreaterThan(60.0);
  }

  @Test
  void row58_countersThatAreAway_holdUpNothing() {
    spine.counters.breakDown();
    routed("u1");
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L);
  }

  @Test
  void aBatch_isOneAddition() {
    for (int user = 0; user < 5; user++) spine.commit("u" + user);
    spine.relay();
    int before = spine.counters.additions();
    spine.route();

    assertThat(spine.counters.additions() - before).isEqualTo(1);
  }

  @Test
  void whatIsShown_keepsItsContract() {
    routed("u1");
    var list = new FlowList(spine.clock.instant(), List.of(registered()));
    var document = Given.CATALOG.write(ExchangeContracts.FLOW_LIST, list);

    assertThat(Given.CATALOG.check(ExchangeContracts.FLOW_LIST.id(), document)).isEmpty();
  }
}
