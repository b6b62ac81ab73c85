package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** What every {@link Queue} promises. Each test gets one with nothing in it. */
@NoBooks("what a port promises")
public interface QueueContract {

  Queue queue();

  /** Takes everything out, in order, and forgets it. */
  List<String> received();

  @Test
  default void whatIsSent_isReceived() {
    assertThat(queue().send(List.of(parcel("g", 1)))).isEmpty();

    assertThat(received()).containsExactly("g1");
  }

  @Test
  default void aGroup_keepsItsOrder() {
    queue().send(List.of(parcel("g", 1), parcel("g", 2)));
    queue().send(List.of(parcel("g", 3)));

    assertThat(received()).containsExactly("g1", "g2", "g3");
  }

  @Test
  default void groups_areIndependent() {
    queue().send(List.of(parcel("g", 1), parcel("h", 1), parcel("g", 2), parcel("h", 2)));

    assertThat(received())
        .containsExactlyInAnyOrder("g1", "g2", "h1", "h2")
        .containsSubsequence("g1", "g2")
        .containsSubsequence("h1", "h2");
  }

  @Test
  default void row20_aSecondCopy_isAcceptedAndDropped() {
    queue().send(List.of(parcel("g", 1)));

    assertThat(queue().send(List.of(parcel("g", 1)))).isEmpty();
    assertThat(received()).containsExactly("g1");
  }

  @Test
  default void row20_aSecondCopy_isDroppedAlsoAfterTheFirstWasTaken() {
    queue().send(List.of(parcel("g", 1)));
    received();

    queue().send(List.of(parcel("g", 1)));

    assertThat(received()).isEmpty();
  }

  @Test
  default void row20_aFreshDeduplicationId_getsThrough() {
    queue().send(List.of(parcel("g", 1)));

    queue().send(List.of(new Parcel("g", "another", "g1")));

    assertThat(received()).containsExactly("g1", "g1");
  }

  @Test
  default void tenParcels_areTaken() {
    assertThat(queue().send(parcels(10))).isEmpty();
    assertThat(received()).hasSize(10);
  }

  @Test
  default void elevenParcels_areRefused() {
    assertThatThrownBy(() -> queue().send(parcels(11))).isInstanceOf(RuntimeException.class);
    assertThat(received()).isEmpty();
  }

  private static List<Parcel> parcels(int number) {
    return IntStream.range(0, number).mapToObj(n -> parcel("g", n)).toList();
  }

  private static Parcel parcel(String group, int n) {
    return new Parcel(group, group + n, group + n);
  }
}
