package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.kit.commit.Item;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.MemoryQueue;

class ReceiptsTest {
  private static final Duration RETENTION = Duration.ofDays(30);

  /** It reads the delivery and its entry, and writes the delivery. */
  private static final int UP_TO_THE_DELIVERY = 3;

  private final Spine spine = new Spine();
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

  private Instant expiryOf(String place) {
    return spine.ledger().all(id).stream()
        .filter(item -> item.key().place().equals(place))
        .findFirst()
        .map(Item::expires)
        .orElse(Instant.MIN);
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
  void whileAReceiptIsMissing_nothingExpires() {
    tell(Outcome.PARKED);

    assertThat(spine.ledger().all(id)).extracting(Item::expires).containsOnlyNulls();
  }

  @Test
  void retention_beginsAtTheLastReceipt(@TempDir Path folder) {
    spine.exchangeKnows(
        Catalogs.copiedTo(folder).consuming("audit", "users.user-registered/1").catalog());
    spine.join("audit", new MemoryQueue());
    id = spine.commit("u2");
    spine.relay();
    spine.route();

    tell(Outcome.HANDLED);
    assertThat(expiryOf("message")).isEqualTo(Instant.MIN);
    spine.clock.pass(Duration.ofDays(1));
    tell("audit", receipt(Outcome.HANDLED));

    assertThat(expiryOf("message")).isEqualTo(spine.clock.instant().plus(RETENTION));
  }

  @Test
  void row40_aReceiptWhoseNotingCrashed_isTakenUpByItsCopy() {
    spine.hear();
    List<Parcel> receipts = Mail.takenFrom(spine.orders.out);
    spine.fuse.endAfter(UP_TO_THE_DELIVERY);
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> spine.take("orders", receipts));
    spine.fuse.mend();
    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.HANDLED);
    assertThat(expiryOf("message")).isEqualTo(Instant.MIN);

    spine.take("orders", receipts);

    assertThat(expiryOf("message")).isEqualTo(spine.clock.instant().plus(RETENTION));
  }
}
