package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SagaKeyTest {

  @Test
  void aSagasId_isItsNameAndItsKey_asLongAsBothFit() {
    assertThat(SagaKey.of("buy", "o1")).isEqualTo("buy.o1");
    assertThat(SagaKey.of("buy", "k".repeat(60))).hasSize(64).endsWith("k");
  }

  @Test
  void ofALongerKey_itIsTheHash_theSameForEver() {
    assertThat(SagaKey.of("purchase", "k".repeat(60)))
        .isEqualTo("purchase.5908256d51f586d780d78e7dee8e09ff");
  }
}
