package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Key;

/** What all counters promise. */
public interface CountersContract {
  Instant TOMORROW = Instant.parse("2026-02-01T00:00:00Z");

  Counters counters();

  @Test
  default void whatIsAdded_isSummedByItsName() {
    counters().add(new Key("a", "at~1"), Map.of("in", 1L, "one.more~out", 2L), TOMORROW);
    counters().add(new Key("a", "at~1"), Map.of("in", 3L), TOMORROW);

    assertThat(counters().from("a", "at~"))
        .containsExactly(Map.entry("at~1", Map.of("in", 4L, "one.more~out", 2L)));
  }

  @Test
  default void aPartition_isReadFromAPlaceOn() {
    for (int n = 1; n <= 3; n++)
      counters().add(new Key("a", "at~" + n), Map.of("in", 1L), TOMORROW);
    counters().add(new Key("b", "at~2"), Map.of("in", 1L), TOMORROW);

    assertThat(counters().from("a", "at~2")).containsOnlyKeys("at~2", "at~3");
    assertThat(counters().from("nothing", "at~")).isEmpty();
  }
}
