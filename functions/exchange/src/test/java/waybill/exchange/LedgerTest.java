package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.FlowBook;
import waybill.contracts.exchange.LedgerBalance;
import waybill.contracts.exchange.SourceBook;
import waybill.contracts.exchange.Statement;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Write;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Route;
import waybill.kit.problem.Problem;
import waybill.kit.testing.Given;

/** What is counted from different sources agrees, and where it does not the ledger names it. */
class LedgerTest {
  private final Spine spine = new Spine();
  private final Auditor auditor = new Auditor(spine);

  private FlowBook toOrders(LedgerBalance ledger) {
    return ledger.flows().stream()
        .filter(one -> one.contract().equals("users.user-registered"))
        .filter(one -> one.subscriber().equals("orders"))
        .findFirst()
        .orElseThrow();
  }

  private MessageId settled(String user) {
    MessageId id = spine.commit(user);
    spine.settle();
    return id;
  }

  private void remove(Key key) {
    Item item = spine.table.read(key).orElseThrow();
    var removal = new Change.Remove(key, item.version());
    assertThat(spine.table.write(new Write("vandal", List.of(removal)))).isTrue();
  }

  private MessageId withoutItsReceipt(String user) {
    MessageId id = spine.commit(user);
    spine.relay();
    spine.route();
    spine.hear();
    spine.orders.out.take();
    return id;
  }

  private MessageId withoutItsOutbox(String user) {
    MessageId id = spine.commit(user);
    spine.users.table.changes();
    spine.users.table.clear(Key.ofEntity(user), Set.copyOf(outboxOf(user))::contains);
    return id;
  }

  private List<waybill.kit.commit.Unsent> outboxOf(String user) {
    return spine.users.table.read(Key.ofEntity(user)).orElseThrow().outbox();
  }

  @Test
  void nothingIsLost_andItBalances() {
    settled("u1");
    spine.journal.refuse(spine.commit("u2").toString());
    spine.settle();
    spine.clock.pass(Duration.ofMinutes(1));

    LedgerBalance ledger = auditor.audit();

    assertThat(Auditor.unbalanced(ledger)).isEmpty();
    assertThat(ledger.balanced()).isTrue();
    assertThat(ledger.unheard()).isEmpty();
    FlowBook flow = toOrders(ledger);
    assertThat(List.of(flow.committed(), flow.routed(), flow.handled(), flow.refused()))
        .containsExactly(2L, 2L, 1L, 1L);
    assertThat(flow.balance()).isZero();
    assertThat(ledger.sources())
        .filteredOn(one -> one.source().equals("users"))
        .singleElement()
        .extracting(SourceBook::committed, SourceBook::routed, SourceBook::balance)
        .containsExactly(2L, 2L, 0L);
  }

  @Test
  void whatIsRemovedBehindItsBack_isNamed() {
    MessageId outbox = withoutItsOutbox("u1");
    MessageId entry = settled("u2");
    MessageId delivery = settled("u3");
    MessageId receipt = withoutItsReceipt("u4");
    remove(Entry.keyOf(entry));
    remove(Delivery.keyOf(delivery, "orders"));
    spine.clock.pass(Duration.ofMinutes(1));

    LedgerBalance ledger = auditor.audit();

    assertThat(ledger.balanced()).isFalse();
    assertThat(Auditor.unbalanced(ledger))
        .containsExactly(
            outbox + " OUTBOX_LOST",
            entry + " ENTRY_LOST",
            delivery + " DELIVERY_LOST",
            receipt + " RECEIPT_LOST");
    assertThat(toOrders(ledger).balance()).isEqualTo(3);
  }

  @Test
  void aLostReceipt_isBalancedOnceItIsSentAgain() {
    MessageId receipt = withoutItsReceipt("u4");
    spine.clock.pass(Duration.ofMinutes(1));
    assertThat(Auditor.unbalanced(auditor.audit())).containsExactly(receipt + " RECEIPT_LOST");

    spine.pass(Duration.ofMinutes(10));
    spine.settle();

    assertThat(spine.stateOf(receipt)).isEqualTo(DeliveryState.HANDLED);
    assertThat(auditor.audit().balanced()).isTrue();
  }

  @Test
  void beforeTheFirstAudit_nobodyKnowsWhetherItBalances() {
    assertThat(auditor.ledger().balanced()).isNull();
    assertThat(auditor.ledger().asOf()).isNull();
  }

  @Test
  void anAudit_isToldAtOnceThatItsTurnHasCome() {
    var begun =
        spine.given(auditor.api().audit(Auditor.request(new Route.Nothing(), Auditor.OPERATOR)));

    assertThat(spine.woken).containsExactly(begun.id());
  }

  @Test
  void aLostDelivery_isNamed_comesOnceMore_andTheNextAuditBalances() {
    MessageId id = settled("u1");
    remove(Delivery.keyOf(id, "orders"));
    spine.clock.pass(Duration.ofMinutes(1));

    assertThat(Auditor.unbalanced(auditor.audit())).containsExactly(id + " DELIVERY_LOST");

    spine.settle();
    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.HANDLED);
    assertThat(spine.heardOf("u1")).containsExactly(1L);
    assertThat(auditor.audit().balanced()).isTrue();
  }

  /** The machine ends before each call of the audit in turn. */
  @Test
  void aLostDelivery_isNamedAndHealed_whereverAnAuditCrashes() {
    for (int calls = 0; calls < 60; calls += 3) {
      Spine crashing = new Spine();
      Auditor audits = new Auditor(crashing);
      MessageId id = crashing.commit("u1");
      crashing.settle();
      Key key = Delivery.keyOf(id, "orders");
      long version = crashing.table.read(key).orElseThrow().version();
      crashing.table.write(new Write("vandal", List.of(new Change.Remove(key, version))));
      crashing.clock.pass(Duration.ofMinutes(1));
      String audit = audits.start();
      crashing.fuse.endAfter(calls);
      try {
        for (int turns = 0; turns < 5; turns++) audits.turn(audit);
      } catch (Killed e) {
        // That was the plan.
      }
      crashing.fuse.mend();
      for (int turns = 0; turns < 40 && audits.isRunning(audit); turns++) audits.turn(audit);

      assertThat(Auditor.unbalanced(audits.ledger())).containsExactly(id + " DELIVERY_LOST");
      crashing.balance();
      assertThat(crashing.heardOf("u1")).containsExactly(1L);
    }
  }

  /** As after its table was restored from a copy. */
  @Test
  void aSourceThatKnowsLessThanWasRouted_isNotBelieved() {
    MessageId id = settled("u1");
    MessageId second = spine.commitChange("u1");
    spine.settle();
    spine.clock.pass(Duration.ofMinutes(1));
    auditor.audit();
    spine.clock.pass(Duration.ofMinutes(1));
    spine.tell(
        "users",
        ExchangeContracts.STATEMENT,
        new Statement(
            null,
            spine.clock.instant().plusSeconds(300),
            List.of(new Statement.Said(id.key(), 1, List.of())),
            List.of(),
            true));

    assertThat(Auditor.unbalanced(auditor.audit())).containsExactly(second + " NEVER_COMMITTED");
  }

  @Test
  void whatWaitsInTheLedger_isNotLostWithItsOutbox() {
    spine.commit("u1");
    spine.commitChange("u1");
    spine.relay();
    spine.route(Mail.takenFrom(spine.users.out).subList(1, 2));
    spine.users.table.clear(Key.ofEntity("u1"), Set.copyOf(outboxOf("u1"))::contains);
    spine.clock.pass(Duration.ofMinutes(1));

    assertThat(Auditor.unbalanced(auditor.audit())).containsExactly("users~u1~1 OUTBOX_LOST");
  }

  @Test
  void whatOnlyWaits_isNotLost() {
    MessageId parked = spine.commit("u1");
    spine.journal.failAt(parked.toString());
    spine.settle();
    spine.commit("u2");
    spine.relay();
    spine.route();
    spine.orders.in.take();
    spine.commit("u3");
    spine.users.table.changes();
    spine.clock.pass(Duration.ofMinutes(1));

    LedgerBalance ledger = auditor.audit();

    assertThat(Auditor.unbalanced(ledger)).isEmpty();
    assertThat(toOrders(ledger).parked()).isEqualTo(1);
    assertThat(toOrders(ledger).oldestId()).isEqualTo(parked.toString());
  }

  @Test
  void whatCameLaterThanTheCount_isLeftAlone() {
    settled("u1");
    spine.clock.pass(Duration.ofMinutes(1));
    String id = auditor.start();
    while (auditor.isRunning(id)) {
      withoutItsReceipt("late-" + spine.clock.instant().toEpochMilli());
      auditor.turn(id);
    }

    assertThat(toOrders(auditor.ledger()).routed()).isLessThan(4);
  }

  @Test
  void whatHasExpired_isNotLost() {
    MessageId old = settled("u1");
    remove(Entry.keyOf(old));
    spine.clock.pass(Duration.ofDays(32));

    assertThat(Auditor.unbalanced(auditor.audit())).isEmpty();
  }

  @Test
  void whoDoesNotState_isNamed_andItsLastStatementCounts() {
    settled("u1");
    spine.clock.pass(Duration.ofMinutes(1));
    String id = auditor.start();
    for (int turn = 0; auditor.isRunning(id) && turn < 60; turn++) {
      Exchange core = spine.core();
      core.jobs.run(id, core.works(spine.watched()));
      spine.clock.pass(Duration.ofSeconds(11));
    }

    assertThat(auditor.ledger().unheard()).contains("users", "orders");
    assertThat(auditor.ledger().balanced()).isTrue();
    assertThat(toOrders(auditor.ledger()).handled()).isEqualTo(1);
  }

  @Test
  void whatIsShown_keepsItsContract() {
    withoutItsOutbox("u1");
    withoutItsReceipt("u4");
    spine.clock.pass(Duration.ofMinutes(1));

    var document = Given.CATALOG.write(ExchangeContracts.LEDGER, auditor.audit());

    assertThat(Given.CATALOG.check(ExchangeContracts.LEDGER.id(), document)).isEmpty();
  }

  @Test
  void aService_seesItsOwnFlowsOnly_andAStrangerNothing() {
    settled("u1");
    spine.clock.pass(Duration.ofMinutes(1));
    auditor.audit();
    var all = new waybill.contracts.exchange.AskLedger(null, null);

    var orders =
        Auditor.given(auditor.api().ledger(Auditor.request(all, Caller.machine("orders"))));
    assertThat(orders.flows()).extracting(FlowBook::subscriber).containsOnly("orders");
    assertThat(orders.sources()).extracting(SourceBook::source).doesNotContain("users");
    var stranger = auditor.api().ledger(Auditor.request(all, Caller.machine("stranger")));
    assertThat(((Answer.Refused<LedgerBalance>) stranger).refusal().type())
        .isEqualTo(Problem.FORBIDDEN);
  }
}
