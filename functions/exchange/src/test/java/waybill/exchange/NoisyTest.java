package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.orders.OrdersContracts.ORDER_PLACED;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.OrderPlaced;
import waybill.kit.testing.BooksBalance;

/** One service says much more than all others. */
@BooksBalance
class NoisyTest {
  private static final int KEYS = 20;
  private static final String BUYER = "0f3c9a52-7d41-4b0e-9c1a-5be2d7a8f6e1";

  private final Spine spine = new Spine();

  private MessageId quiet() {
    MessageId id =
        spine.orders.commit(
            "o1",
            ORDER_PLACED,
            new OrderPlaced("o1", BUYER, List.of(new OrderLine("tea", 1)), spine.clock.instant()));
    spine.orders.relay();
    return id;
  }

  private void noise(int messages) {
    for (int n = 0; n < messages; n++) spine.commitChange("u" + n % KEYS);
    spine.relay();
  }

  /** What the router does for the quiet one, while so much of the other waits. */
  private static int callsBehind(int messages) {
    NoisyTest test = new NoisyTest();
    test.noise(messages);
    MessageId id = test.quiet();
    test.spine.fuse.mend();
    test.spine.take("orders", Mail.takenFrom(test.spine.orders.out));
    assertThat(test.spine.ledger().entry(id).value()).isNotNull();
    return test.spine.fuse.calls();
  }

  @Test
  void row56_aThousandMessagesOfOne_costAnotherNoCall() {
    assertThat(callsBehind(1_000)).isEqualTo(callsBehind(0)).isPositive();
  }

  @Test
  void row56_andTheyAllComeThroughToo() {
    noise(200);
    MessageId id = quiet();
    spine.take("orders", Mail.takenFrom(spine.orders.out));
    spine.settle();

    assertThat(spine.ledger().entry(id).value()).isNotNull();
    for (int key = 0; key < KEYS; key++) assertThat(spine.heardOf("u" + key)).hasSize(200 / KEYS);
  }
}
