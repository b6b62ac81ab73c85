package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.MessageId;

/** A member waits for a message that nobody has any more. */
class DeskExpiredTest {
  private static final MessageId LOST = new MessageId("users", "u1", 1);

  private final Spine spine = new Spine();
  private final AtDesk desk = new AtDesk(spine, "orders");

  @BeforeEach
  void theFirstIsLost() {
    spine.commit("u1");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
    spine.commitChange("u1");
    spine.relay();
    spine.route();
    spine.forgetEntry(LOST);
    spine.settle();
  }

  @Test
  void theOneThatWaits_isShown_andWhatItWaitsFor() {
    assertThat(desk.parked().get(0).path("reason").asText())
        .isEqualTo("expired: 1 is no longer in the ledger");
    assertThat(desk.parked().get(0).path("awaited").asText()).isEqualTo(LOST.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aSkip_passesTheLostOne_whicheverIsNamed(long sequence) {
    desk.order("skip", new MessageId("users", "u1", sequence));
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(2L);
    assertThat(desk.orders().items("message_id")).containsExactly(LOST.toString());
    assertThat(desk.parked()).isEmpty();
  }
}
