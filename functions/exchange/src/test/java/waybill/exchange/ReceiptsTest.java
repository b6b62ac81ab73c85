package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Imbalance;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.kit.commit.Key;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;

@BooksBalance
class ReceiptsTest {
  private static final Duration RETENTION = Duration.ofDays(30);

  /** It reads the delivery and its entry, and writes the delivery. */
  private static final int UP_TO_THE_DELIVERY = 3;

  private final Spine spine = new Spine();
  private final Instant routed = spine.clock.instant();
  private MessageId id = new MessageId("users", "u1", 1);

  @BeforeEach
  void oneIsRouted() {
    id = spine.commit("u1");
    spine.relay();
    spine.route();
  }

  private Receipt receipt(Outcome outcome) {
    return new Receipt(id.toString(), outcome, 1, spine.clock.instant(), null, false);
  }

  private void tell(Outcome outcome) {
    tell("orders", receipt(outcome));
  }

  private void tell(String subscriber, Receipt receipt) {
    spine.tell(subscriber, ExchangeContracts.RECEIPT, new ReceiptBatch(List.of(receipt)));
  }

  private @Nullable Instant expiryOf(Key key) {
    return spine.table.read(key).orElseThrow().expires();
  }

  private @Nullable Instant expiryOfTheMessage() {
    return expiryOf(Entry.keyOf(id));
  }

  @ParameterizedTest
  @CsvSource({
    "HANDLED, HANDLED",
    "REFUSED, REFUSED",
    "SKIPPED, SKIPPED",
    "PARKED, PARKED",
    "RELEASED, IN_FLIGHT"
  })
  void eachWord_isAState(Outcome told, DeliveryState state) {
    tell(told);

    assertThat(spine.stateOf(id)).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource
  void row40_theFirstFinalWord_stays(Outcome later) {
    spine.journal.refuse(id.toString());
    tell(Outcome.REFUSED);

    tell(later);

    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.REFUSED);
  }

  @ParameterizedTest
  @EnumSource(names = {"HANDLED", "REFUSED", "SKIPPED"})
  void row40_parkedIsNoFinalWord(Outcome last) {
    tell(Outcome.PARKED);

    tell(last);

    assertThat(spine.stateOf(id).name()).isEqualTo(last.name());
    // It was told in the name of orders, which goes on to handle it: the audit is not deceived.
    if (last != Outcome.HANDLED) spine.isUntrue(id, Imbalance.Reason.COUNT_DIFFERS);
  }

  @Test
  void row40_aReceiptForAnUnknownMessage_changesNothing() {
    var unknown = new MessageId("users", "u7", 7).toString();
    var before = spine.table.items();

    tell("orders", new Receipt(unknown, Outcome.HANDLED, 1, Instant.EPOCH, null, false));

    assertThat(spine.table.items()).isEqualTo(before);
  }

  @Test
  void aReceiptOfWhoDoesNotSubscribe_changesNothing() {
    tell("users", receipt(Outcome.HANDLED));

    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.IN_FLIGHT);
  }

  @Test
  void thereIsNoReceipt_ofAReceipt() {
    spine.users.hear();
    spine.orders.in.purge();

    tell(Outcome.HANDLED);

    assertThat(spine.orders.in.waiting()).isEmpty();
    assertThat(spine.users.in.waiting()).isEmpty();
  }

  @Test
  void row64_aKeptReceipt_staysUntilItIsConfirmed() {
    spine.journal.refuse(id.toString());
    spine.hear();
    assertThat(spine.orders.unsent()).containsExactly(id.toString());

    spine.report();
    spine.hear();

    assertThat(spine.orders.unsent()).isEmpty();
    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.REFUSED);
  }

  @Test
  void row64_aKeptReceiptThatWasLost_isSweptAndTrue() {
    spine.journal.refuse(id.toString());
    spine.hear();
    spine.orders.relay();
    spine.orders.out.purge();

    spine.pass(Duration.ofMinutes(10));
    spine.orders.sweep();
    spine.settle();

    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.REFUSED);
    assertThat(spine.orders.unsent()).isEmpty();
  }

  @Test
  void row64_aConfirmationThatWasLost_comesWithTheNextCopy() {
    spine.journal.refuse(id.toString());
    spine.hear();
    spine.report();
    spine.orders.in.purge();

    spine.pass(Duration.ofMinutes(10));
    spine.orders.sweep();
    spine.settle();

    assertThat(spine.orders.unsent()).isEmpty();
  }

  @Test
  void whileAReceiptIsMissing_itsRowDoesNotExpire_andItsMessageIsKept() {
    tell(Outcome.PARKED);
    assertThat(expiryOf(Delivery.keyOf(id, "orders"))).isNull();

    for (int days = 0; days < 90; days++) spine.pass(Duration.ofDays(1));

    assertThat(expiryOfTheMessage()).isAfter(spine.clock.instant().plus(RETENTION));
  }

  @Test
  void aMessageIsWrittenOnce_ifItsReceiptsComeWithinADay() {
    long version = spine.ledger().entry(id).version();

    tell(Outcome.HANDLED);

    assertThat(spine.ledger().entry(id).version()).isEqualTo(version);
    assertThat(expiryOfTheMessage()).isEqualTo(routed.plus(RETENTION).plus(Duration.ofDays(1)));
  }

  @Test
  void retention_beginsAtTheLastReceipt_howeverLateItComes() {
    spine.clock.pass(Duration.ofDays(20));

    tell(Outcome.HANDLED);

    assertThat(expiryOfTheMessage()).isEqualTo(spine.clock.instant().plus(RETENTION));
    assertThat(expiryOf(Delivery.keyOf(id, "orders"))).isEqualTo(expiryOfTheMessage());
  }

  @Test
  void row40_aReceiptWhoseNotingCrashed_isTakenUpByItsCopy() {
    spine.clock.pass(Duration.ofDays(20));
    spine.hear();
    List<Parcel> receipts = Mail.takenFrom(spine.orders.out);
    spine.fuse.endAfter(UP_TO_THE_DELIVERY);
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> spine.take("orders", receipts));
    spine.fuse.mend();
    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.HANDLED);
    assertThat(expiryOfTheMessage()).isBefore(spine.clock.instant().plus(RETENTION));

    spine.take("orders", receipts);

    assertThat(expiryOfTheMessage()).isEqualTo(spine.clock.instant().plus(RETENTION));
  }
}
