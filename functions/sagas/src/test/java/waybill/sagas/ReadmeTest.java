package waybill.sagas;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.contracts.ContractId;
import waybill.kit.Service;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.ServicePage;
import waybill.sagas.course.Saga;

/** The page names what the code does, and nothing that it does not do. */
class ReadmeTest {
  private final ServicePage page = ServicePage.here();
  private final Service service = Given.service("sagas", new MemoryTable(), new HandClock());
  private final Coordinator coordinator = Coordinator.of(service);

  @Test
  void page_namesEveryRoute() {
    assertThat(page.routes()).isEqualTo(coordinator.routes().keys());
  }

  @Test
  void page_namesEveryMessageThatIsHeardByName() {
    assertThat(page.hears())
        .isEqualTo(
            coordinator.inbox().contracts().stream().map(ContractId::toString).collect(toSet()))
        .isEqualTo(ServicePage.heardBy("sagas"));
  }

  @Test
  void page_namesEveryProblemOfItsOwn_andNoneThatDoesNotExist() {
    Set<String> own = ServicePage.refusals(SagasProblem.values());
    Set<String> all = new HashSet<>(ServicePage.sharedRefusals());
    all.addAll(own);
    assertThat(page.refuses()).containsAll(own).isSubsetOf(all);
  }

  @Test
  void page_namesEveryFieldThatIsStored() {
    assertThat(page.stores())
        .containsAll(ServicePage.fields(Saga.class))
        .containsAll(ServicePage.fields(Sagas.Timer.class));
  }
}
