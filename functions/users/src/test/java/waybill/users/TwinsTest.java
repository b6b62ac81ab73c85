package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Table;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** Two who register the same, and the pool refuses the password of one. */
class TwinsTest {
  private static final String ADA = "ada@example.com";
  private static final String SECRET = "a horse, a staple";
  private static final String REFUSED = "refused by the pool";

  private final List<RacedTable> tables = new ArrayList<>();
  private final List<Answered> twins = new ArrayList<>();
  private final Registry registry = new Registry(this::watched);

  @Test
  void aTwinWhosePasswordIsRefused_doesNotUndoTheOneThatIsUnderWay() {
    registry.accounts.meanwhile(() -> twins.add(registry.register(ADA, REFUSED)));
    assertThat(registry.register(ADA, SECRET).status()).isEqualTo(201);
    assertThat(twins.get(0).refusal()).isEqualTo("422 password-refused /password");
    assertAdaLogsIn();
  }

  @Test
  void whoBeganAndIsRefused_doesNotUndoOneWhoJoinedBeforeItsWord() {
    registry.accounts.goDown(true);
    registry.register(ADA, REFUSED);
    registry.accounts.goDown(false);
    registry.accounts.meanwhile(
        () -> {
          twins.add(registry.register(ADA, REFUSED));
          twins.add(registry.register(ADA, REFUSED));
        });
    assertThat(registry.register(ADA, SECRET).status()).isEqualTo(201);
    assertAdaLogsIn();
  }

  @Test
  void whoJoins_asTheOtherGivesUp_isRegistered() {
    registry.accounts.meanwhile(() -> table().by(() -> twins.add(registry.register(ADA, SECRET))));
    assertThat(registry.register(ADA, REFUSED).refusal())
        .isEqualTo("422 password-refused /password");
    assertThat(twins.get(0).status()).isEqualTo(201);
    assertAdaLogsIn();
  }

  @Test
  void whoJoins_asTheOtherHasJustGivenUp_beginsAnew() {
    registry.accounts.meanwhile(
        () -> table().afterWriteBy(() -> twins.add(registry.register(ADA, SECRET))));
    registry.register(ADA, REFUSED);
    assertThat(twins.get(0).text("/user_id")).isEqualTo("u-2");
    assertAdaLogsIn();
  }

  @Test
  void whereBothAreRefused_nobodyIsRegistered_andTheEmailIsSoonFree() {
    registry.accounts.meanwhile(() -> twins.add(registry.register(ADA, REFUSED)));
    registry.register(ADA, REFUSED);
    registry.minutes(2);
    assertThat(registry.ownerOf(ADA)).isEmpty();
    assertThat(registry.users()).isZero();
    assertThat(registry.accounts.has("u-1")).isFalse();
  }

  @Test
  void whereBothAreRefused_theSameRequestWithABetterPassword_isRegisteredAtOnce() {
    registry.accounts.meanwhile(() -> twins.add(registry.register(ADA, REFUSED)));
    registry.register(ADA, REFUSED);
    assertThat(registry.register(ADA, SECRET).status()).isEqualTo(201);
    registry.minutes(7);
    assertAdaLogsIn();
  }

  private void assertAdaLogsIn() {
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.registrations()).isEmpty();
    assertThat(registry.logIn(ADA, SECRET).status()).isEqualTo(200);
  }

  private Table watched(Table table) {
    tables.add(new RacedTable(table));
    return table();
  }

  private RacedTable table() {
    return tables.get(0);
  }
}
