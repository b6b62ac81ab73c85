package waybill.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.kit.testing.NoBooks;

/** One object stands for two clones of a snapshot: what it drew before must not decide. */
@NoBooks("how ids are drawn")
class IdsTest {

  @Test
  void row38_whatWasMadeBeforeASnapshot_givesItsClonesDifferentIds() {
    Ids restored = Ids.random();
    Set<String> drawn = new HashSet<>();

    for (int n = 0; n < 1_000; n++) {
      drawn.add(restored.next());
      drawn.add(Ids.random().next());
    }

    assertThat(drawn).hasSize(2_000);
    assertThat(Ids.class.getDeclaredFields()).as("nothing is kept that could be cloned").isEmpty();
  }
}
