package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.OPERATOR;
import static waybill.users.Registry.registration;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Table;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** Two requests at once, one between another's read and its write. */
class AtOnceTest {
  private static final String ADA = registration("ada@example.com", "Ada");

  private final List<RacedTable> tables = new ArrayList<>();
  private final List<Answered> meanwhile = new ArrayList<>();
  private final Registry registry = new Registry(this::watched);

  @Test
  void twoRegistrationsOfOneEmail_areOneUser() {
    table().by(() -> meanwhile.add(registry.register("ada@example.com")));
    Answered first = registry.register("ADA@example.com");
    assertThat(meanwhile.get(0).status()).isEqualTo(201);
    assertThat(first.refusal()).isEqualTo("409 email-taken /email");
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
    assertThat(registry.ownerOf("ada@example.com")).isEqualTo(meanwhile.get(0).text("/user_id"));
  }

  @Test
  void repeatedRequest_thatOvertakesTheFirstBeforeItsWrite_isItsAnswer() {
    table().by(() -> meanwhile.add(registerUnderKey()));
    assertSameAnswer(registerUnderKey());
  }

  @Test
  void repeatedRequest_thatOvertakesTheFirstBeforeItsDecision_isItsAnswer() {
    table().afterReadBy(() -> meanwhile.add(registerUnderKey()));
    assertSameAnswer(registerUnderKey());
  }

  @Test
  void changeAndRegistrationOfOneEmail_giveItToOne() {
    String bob = registry.user("bob@example.com");
    table().by(() -> meanwhile.add(registry.register("ada@example.com")));
    Answered change =
        registry.as(OPERATOR).patch("/users/" + bob, "{\"email\":\"ada@example.com\"}");
    assertThat(meanwhile.get(0).status()).isEqualTo(201);
    assertThat(change.refusal()).isEqualTo("409 email-taken /email");
    assertThat(registry.ownerOf("bob@example.com")).isEqualTo(bob);
  }

  @Test
  void twoChangesOfOneUser_areBothKept() {
    String ada = registry.user("ada@example.com");
    table()
        .by(
            () ->
                meanwhile.add(
                    registry.as(OPERATOR).patch("/users/" + ada, "{\"name\":\"Ada Lovelace\"}")));
    registry.as(OPERATOR).patch("/users/" + ada, "{\"email\":\"ada@lovelace.example\"}");
    assertThat(registry.profile(ada).name()).isEqualTo("Ada Lovelace");
    assertThat(registry.profile(ada).email()).isEqualTo("ada@lovelace.example");
    assertThat(registry.said())
        .extracting(said -> said.id().sequence())
        .containsExactly(1L, 2L, 3L);
  }

  private void assertSameAnswer(Answered answered) {
    assertThat(answered.status()).isEqualTo(201);
    assertThat(answered.body()).isEqualTo(meanwhile.get(0).body());
    assertThat(answered.messages()).isEqualTo(meanwhile.get(0).messages());
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
  }

  private Answered registerUnderKey() {
    return registry.as(NOBODY).with("idempotency-key", "k-1").post("/users", ADA);
  }

  private Table watched(Table table) {
    tables.add(new RacedTable(table));
    return table();
  }

  private RacedTable table() {
    return tables.get(0);
  }
}
