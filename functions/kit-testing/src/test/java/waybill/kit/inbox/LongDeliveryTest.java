package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.kit.inbox.Subscription.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Luggage;
import waybill.kit.commit.Unavailable;
import waybill.kit.testing.BooksBalance;

/** A message whose data were left behind, at its subscriber. */
@BooksBalance
class LongDeliveryTest {
  private final Subscription orders = new Subscription();

  @Test
  void row17_theHandler_getsItsDataAsWithAnyOther() {
    List<String> names = new ArrayList<>();
    orders.when(
        1,
        delivery -> {
          names.add(delivery.data().name());
          return orders.noted(delivery);
        });

    orders.deliver(stored(message("u1", 1, 0)));
    orders.deliver("u1", 2);

    assertThat(names).containsExactly("A");
    assertThat(orders.handled("u1")).containsExactly(1, 2);
  }

  @Test
  void row17_dataThatAreGone_parkTheirKey_andOthersMoveOn() {
    orders.deliver(left(message("u1", 1, 0)).claim());
    orders.deliver("u1", 2);
    orders.deliver("u2", 1);

    Held held = orders.parked("u1").orElseThrow();
    assertThat(held.reason()).contains("DataLost", "not there");
    assertThat(held.message().dataref()).isNotNull();
    assertThat(orders.handled("u1")).isEmpty();
    assertThat(orders.handled("u2")).containsExactly(1);
  }

  @Test
  void row17_dataThatCameBack_areHandledWithTheirFollowers() {
    Luggage luggage = left(message("u1", 1, 0));
    orders.deliver(luggage.claim());
    orders.deliver("u1", 2);

    luggage.store();
    orders.pass(Duration.ofHours(1));
    orders.minute();

    assertThat(orders.handled("u1")).containsExactly(1, 2);
  }

  @Test
  void row17_otherDataThanWereSaid_parkTheirKey() {
    Message claim = stored(message("u1", 1, 0));
    orders.blobs.damage(
        BlobName.ofDataref(Objects.requireNonNull(claim.dataref())),
        "{}".getBytes(StandardCharsets.UTF_8));

    orders.deliver(claim);

    assertThat(orders.parked("u1").orElseThrow().reason()).contains("not those that were said");
    assertThat(orders.ran()).isEmpty();
  }

  @Test
  void row17_dataOutsideTheirContract_parkTheirKey() {
    orders.deliver(stored(message("u1", 1, 0, Json.object().put("name", 1))));

    assertThat(orders.parked("u1").orElseThrow().reason()).contains("contract-violation");
    assertThat(orders.ran()).isEmpty();
  }

  @Test
  void whereDataAreAway_theQueueKeepsTheMessage_andNothingIsParked() {
    Message claim = stored(message("u1", 1, 0));
    orders.blobs.away(true);
    assertThatThrownBy(() -> orders.deliver(claim)).isInstanceOf(Unavailable.class);
    assertThat(orders.parked("u1")).isEmpty();

    orders.blobs.away(false);
    orders.deliver(claim);

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void aClaimThatCameTwice_isADuplicate() {
    Message claim = stored(message("u1", 1, 0));
    orders.deliver(claim);
    orders.deliver(claim);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.ran()).containsExactly(1L);
  }

  private Message stored(Message message) {
    Luggage luggage = left(message);
    luggage.store();
    return luggage.claim();
  }

  private Luggage left(Message message) {
    return orders.service.claims().leave(message);
  }
}
