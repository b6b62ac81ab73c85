package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractIdTest {
  private final ContractId id = new ContractId("orders.order-placed", 12);

  @Test
  void textAndPath_areReadBack() {
    assertThat(id).hasToString("orders.order-placed/12");
    assertThat(ContractId.parse(id.toString())).isEqualTo(id);
    assertThat(id.path()).isEqualTo("/contracts/orders.order-placed/versions/12");
    assertThat(ContractId.ofPath(id.path())).isEqualTo(id);
  }

  @Test
  void theOwner_isThePartBeforeTheDot() {
    assertThat(id.owner()).isEqualTo("orders");
  }

  @Test
  void versions_areSortedAsNumbers() {
    assertThat(id).isGreaterThan(new ContractId("orders.order-placed", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "orders",
        "orders.order-placed",
        "orders.order-placed/0",
        "orders.order-placed/01",
        "orders.order-placed/-1",
        "orders.order-placed/1234567890",
        "Orders.order/1",
        "orders./1",
        ".order/1",
        "orders.a.b/1",
        "../orders.order/1",
        "orders.order/1\n",
        "1orders.order/1"
      })
  void otherText_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ContractId.parse(text));
  }

  @Test
  void partsLongerThan64_areRefused() {
    assertThat(new ContractId("a".repeat(64) + "." + "b".repeat(64), 1).version()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new ContractId("a".repeat(65) + ".b", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ContractId("a." + "b".repeat(65), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/contracts/orders.order/versions/0",
        "/contracts/orders/versions/1",
        "contracts/orders.order/versions/1",
        "/contracts/orders.order/versions/1/",
        "https://example.com/contracts/orders.order/versions/1"
      })
  void otherPaths_areRefused(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> ContractId.ofPath(path));
  }
}
