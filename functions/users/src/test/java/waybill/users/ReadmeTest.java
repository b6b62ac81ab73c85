package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.kit.testing.ServicePage;

/** The page names what the code does, and nothing that it does not do. */
class ReadmeTest {
  private final ServicePage page = ServicePage.here();

  @Test
  void page_namesEveryRoute() {
    assertThat(page.routes()).isEqualTo(new Registry().routes.keys());
  }

  @Test
  void page_namesEveryMessageThatIsSaid() {
    assertThat(page.says()).isEqualTo(ServicePage.eventsOf("users"));
  }

  @Test
  void page_namesEveryMessageThatIsHeard() {
    assertThat(page.hears()).isEqualTo(ServicePage.heardBy("users"));
  }

  @Test
  void page_namesEveryProblemOfItsOwn_andNoneThatDoesNotExist() {
    Set<String> own = ServicePage.refusals(UsersProblem.values());
    Set<String> all = new HashSet<>(ServicePage.sharedRefusals());
    all.addAll(own);
    assertThat(page.refuses()).containsAll(own).isSubsetOf(all);
  }

  @Test
  void page_namesEveryFieldThatIsStored() {
    assertThat(page.stores())
        .containsAll(ServicePage.fields(Profile.class))
        .containsAll(ServicePage.fields(EmailOwner.class))
        .containsAll(ServicePage.fields(Registration.class))
        .containsAll(ServicePage.fields(Attempts.class))
        .containsAll(ServicePage.fields(Move.class))
        .containsAll(ServicePage.fields(ResetCode.class));
  }
}
