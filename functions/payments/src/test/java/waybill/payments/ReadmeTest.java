package waybill.payments;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.contracts.ContractId;
import waybill.kit.testing.ServicePage;

/** The page names what the code does, and nothing that it does not do. */
class ReadmeTest {
  private final ServicePage page = ServicePage.here();
  private final Bank bank = new Bank();

  @Test
  void page_namesEveryRoute() {
    assertThat(page.routes()).isEqualTo(bank.api.routes().keys());
  }

  @Test
  void page_namesEveryMessageThatIsSaid() {
    assertThat(page.says()).isEqualTo(ServicePage.repliesOf("payments"));
  }

  @Test
  void page_namesEveryMessageThatIsHeard() {
    var inbox = new PaymentsInbox(bank.payments.service.rows()).inbox();
    assertThat(page.hears())
        .isEqualTo(inbox.contracts().stream().map(ContractId::toString).collect(toSet()));
  }

  @Test
  void page_namesEveryProblemOfItsOwn_andNoneThatDoesNotExist() {
    Set<String> own = ServicePage.refusals(PaymentsProblem.values());
    Set<String> all = new HashSet<>(ServicePage.sharedRefusals());
    all.addAll(own);
    assertThat(page.refuses()).containsAll(own).isSubsetOf(all);
  }

  @Test
  void page_namesEveryFieldThatIsStored() {
    assertThat(page.stores())
        .containsAll(ServicePage.fields(Account.class))
        .containsAll(ServicePage.fields(PaidIn.class))
        .containsAll(ServicePage.fields(Payment.class));
  }
}
