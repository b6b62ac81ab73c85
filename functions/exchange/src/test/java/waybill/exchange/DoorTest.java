package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.Catalog;
import waybill.contracts.users.UserRegistered;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;

@BooksBalance
class DoorTest {
  private static final String SCHEMA = "users.user-registered/v1/schema.json";
  private static final String CONTRACT = "users.user-registered/contract.json";
  private final Spine spine = new Spine();

  /** Ways in which what a service says may not be what the exchange knows. */
  enum Unfit {
    UNKNOWN_CONTRACT("unknown contract"),
    CONTRACT_VIOLATION("maxLength at /name"),
    NOT_A_SENDER("not a sender of this contract");

    private final String reason;

    Unfit(String reason) {
      this.reason = reason;
    }

    Catalog in(Path folder) {
      Catalogs builtIn = Catalogs.copiedTo(folder);
      Catalogs unfit =
          switch (this) {
            case UNKNOWN_CONTRACT -> builtIn.without(SCHEMA);
            case CONTRACT_VIOLATION ->
                builtIn.changed(SCHEMA, "\"maxLength\": 200", "\"maxLength\": 2");
            case NOT_A_SENDER -> builtIn.changed(CONTRACT, "\"key\"", "\"senders\": [], \"key\"");
          };
      return unfit.catalog();
    }
  }

  @ParameterizedTest
  @EnumSource
  void row9_whatIsUnfit_isHeldAndTheLogSaysWhy(Unfit unfit, @TempDir Path folder) {
    spine.exchangeKnows(unfit.in(folder));
    var id = spine.commit("u1");

    spine.settle();

    assertThat(spine.table.items()).isEmpty();
    assertThat(spine.users.unsent()).containsExactly(id.toString());
    assertThat(spine.log()).contains("held at the door", id.toString(), unfit.reason);
  }

  @ParameterizedTest
  @EnumSource
  void row9_whatWasHeld_passesOnceItFits(Unfit unfit, @TempDir Path folder) {
    spine.exchangeKnows(unfit.in(folder));
    spine.commit("u1");
    spine.commitChange("u1");
    spine.settle();

    spine.exchangeKnows(Given.CATALOG);
    spine.users.sweep();
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
    assertThat(spine.users.unsent()).isEmpty();
  }

  @Test
  void row9_whatFollowsTheUnfit_waitsAndOtherKeysPass(@TempDir Path folder) {
    spine.exchangeKnows(Catalogs.copiedTo(folder).without(SCHEMA).catalog());
    spine.commit("u1");
    spine.commitChange("u1");
    spine.commitChange("u2");

    spine.settle();

    assertThat(spine.heardOf("u1")).isEmpty();
    assertThat(spine.heardOf("u2")).containsExactly(1L);
  }

  @Test
  void whoSpeaksForAnother_isNotHeard() {
    var id = spine.commit("u1");
    spine.relay();

    Set<Integer> again = spine.take("orders", Mail.takenFrom(spine.users.out));

    assertThat(again).isEmpty();
    assertThat(spine.table.items()).isEmpty();
    assertThat(spine.users.unsent()).containsExactly(id.toString());
    assertThat(spine.log()).contains("speaks for another", "orders");
  }

  @Test
  void whoSpeaksAboutWhatOnlyItsOwnerSays_isHeld() {
    var data = new UserRegistered("u1", "a@example.com", "Ada", spine.clock.instant());
    var id = spine.orders.commit("u1", USER_REGISTERED, data);

    spine.settle();

    assertThat(spine.orders.unsent()).containsExactly(id.toString());
    assertThat(spine.log()).contains("not a sender of this contract");
  }

  @Test
  void whatIsNoMessage_comesAgainAndHoldsOnlyItsGroup() {
    spine.commit("u1");
    spine.relay();
    Parcel sound = Mail.takenFrom(spine.users.out).get(0);
    Parcel broken = new Parcel("another group", "1", "{");
    Parcel behind = new Parcel("another group", "2", sound.body());

    assertThat(spine.take("users", List.of(broken, behind, sound))).containsExactly(0, 1);
    assertThat(spine.routedOf("u1")).isEqualTo(1);
  }
}
