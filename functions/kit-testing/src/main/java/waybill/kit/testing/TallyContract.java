package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Tally;

/** What every {@link Tally} promises; each test gets one that has counted nothing. */
public interface TallyContract {
  Instant LATER = Instant.parse("2036-01-01T00:00:00Z");

  Tally tally();

  @Test
  default void whatIsAdded_isSummedUp() {
    assertThat(tally().add("a", 3, LATER)).isEqualTo(3);
    assertThat(tally().add("a", 2, LATER)).isEqualTo(5);
  }

  @Test
  default void names_areCountedApart() {
    tally().add("a", 3, LATER);

    assertThat(tally().add("b", 1, LATER)).isEqualTo(1);
  }

  @Test
  default void manyAtOnce_loseNothing() {
    IntStream.range(0, 40).parallel().forEach(n -> tally().add("a", 1, LATER));

    assertThat(tally().add("a", 0, LATER)).isEqualTo(40);
  }
}
