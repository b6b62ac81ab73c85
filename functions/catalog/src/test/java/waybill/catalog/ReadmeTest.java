package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.contracts.catalog.Approval;
import waybill.contracts.catalog.NumberedChange;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.ServicePage;

/** The page names what the code does, and nothing that it does not do. */
class ReadmeTest {
  private final ServicePage page = ServicePage.here();

  @Test
  void page_namesEveryRoute() {
    var service = Given.service("catalog", new MemoryTable(), new HandClock());
    assertThat(page.routes()).isEqualTo(CatalogApi.routes(service, "https://tokens").keys());
  }

  @Test
  void page_namesEveryMessageThatIsSaid() {
    assertThat(page.says()).isEqualTo(ServicePage.eventsOf("catalog"));
  }

  @Test
  void page_namesEveryMessageThatIsHeard() {
    assertThat(page.hears()).isEqualTo(ServicePage.heardBy("catalog"));
  }

  @Test
  void page_namesEveryProblemOfItsOwn_andNoneThatDoesNotExist() {
    Set<String> own = new HashSet<>(ServicePage.refusals(ContractsProblem.values()));
    own.addAll(ServicePage.refusals(ServicesProblem.values()));
    own.addAll(ServicePage.refusals(SagasProblem.values()));
    Set<String> all = new HashSet<>(ServicePage.sharedRefusals());
    all.addAll(own);
    assertThat(page.refuses()).containsAll(own).isSubsetOf(all);
  }

  @Test
  void page_namesEveryFieldThatIsStored() {
    assertThat(page.stores())
        .containsAll(ServicePage.fields(Defined.class))
        .containsAll(ServicePage.fields(Numbered.class))
        .containsAll(ServicePage.fields(Frozen.class))
        .containsAll(ServicePage.fields(Referenced.class))
        .containsAll(ServicePage.fields(Approvals.Kept.class))
        .containsAll(ServicePage.fields(Approval.class))
        .containsAll(ServicePage.fields(OutsideService.class))
        .containsAll(ServicePage.fields(ClientOwner.class))
        .containsAll(ServicePage.fields(Lease.class))
        .containsAll(ServicePage.fields(Directory.class))
        .containsAll(ServicePage.fields(Uses.class))
        .containsAll(ServicePage.fields(Saga.class))
        .containsAll(ServicePage.fields(Saga.Version.class))
        .containsAll(ServicePage.fields(FrozenSaga.class))
        .containsAll(ServicePage.fields(Feed.Head.class))
        .containsAll(ServicePage.fields(NumberedChange.class));
  }
}
