package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.orders.Shop.changed;
import static waybill.orders.Shop.registered;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Carried;
import waybill.contracts.ContractId;
import waybill.contracts.ServiceEntry;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.kit.testing.Given;

/** What orders does with what it hears, through the whole inbox. */
class HearingTest {
  private final Shop shop = new Shop();

  @Test
  void registeredUser_isCopied_andMayOrder() {
    assertThat(shop.hear(registered("ada"))).isTrue();
    assertThat(shop.customer("ada"))
        .contains(new Customer("ada", "ada@example.com", "A. Customer"));
    assertThat(shop.adaOrdersTea().status()).isEqualTo(202);
  }

  @Test
  void changedUser_isCopiedAgain() {
    shop.hear(registered("ada"), changed("ada", 2, "Ada Lovelace"));
    assertThat(shop.customer("ada").map(Customer::name)).contains("Ada Lovelace");
    assertThat(shop.items("customer")).isEqualTo(1);
  }

  @Test
  void messageThatComesTwice_isHeardOnce() {
    shop.hear(registered("ada"), changed("ada", 2, "Ada Lovelace"));
    assertThat(shop.hear(registered("ada"))).isTrue();
    assertThat(shop.customer("ada").map(Customer::name)).contains("Ada Lovelace");
    assertThat(shop.items("parked")).isZero();
  }

  @Test
  void changeBeforeItsRegistration_waits_andAsksForIt() {
    assertThat(shop.hear(changed("ada", 2, "Ada Lovelace"))).isTrue();
    assertThat(shop.customer("ada")).isEmpty();
    assertThat(shop.items("parked")).isEqualTo(1);
    assertThat(asked()).contains(ExchangeContracts.GAP.id());
  }

  @Test
  void changesBeforeTheirRegistration_areHeardInOrder_onceItCame() {
    shop.hear(changed("ada", 3, "Countess"));
    shop.hear(changed("ada", 2, "Ada Lovelace"));
    shop.hear(registered("ada"));
    assertThat(shop.customer("ada").map(Customer::name)).contains("Countess");
    assertThat(shop.items("parked")).isZero();
  }

  @Test
  void gapOfOneUser_doesNotHoldUpAnother() {
    shop.hear(changed("ada", 2, "Ada Lovelace"), registered("bob"));
    assertThat(shop.customer("bob")).isPresent();
  }

  @Test
  void user_whoHasTheIdOfAnOrder_isCopiedToo() {
    shop.hear(registered("ada"));
    shop.adaOrdersTea();
    assertThat(shop.hear(registered("o-1"))).isTrue();
    assertThat(shop.customer("o-1")).isPresent();
    assertThat(shop.order("o-1")).isPresent();
  }

  @Test
  void whatIsHeard_isWhatTheCatalogSays() {
    assertThat(
            Given.CATALOG.services().stream()
                .filter(service -> service.name().equals("orders"))
                .map(ServiceEntry::consumes))
        .containsExactly(List.copyOf(shop.inbox.contracts()));
  }

  private List<ContractId> asked() {
    return shop.out.take().stream().map(Carried::parse).map(Carried::contract).toList();
  }
}
