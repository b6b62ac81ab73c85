package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Table;
import waybill.kit.testing.RacedTable;

/** Codes go to the email that stands in the profile, whatever the user pool does meanwhile. */
class MovingTest {
  private static final String OLD = "ada@example.com";
  private static final String NEW = "ada@lovelace.example";
  private static final String NEWER = "countess@lovelace.example";
  private static final String SECRET = "a horse, a staple";

  private final List<RacedTable> tables = new ArrayList<>();
  private final Registry registry = new Registry(this::watched);
  private final MemoryAccounts pool = registry.accounts;
  private String ada = "";

  @BeforeEach
  void register() {
    ada = registry.user(OLD);
  }

  @Test
  void anotherEmail_isToldAtOnce_andCodesGoThere() {
    registry.move(ada, NEW);
    registry.stream();
    registry.requestReset(NEW);
    assertThat(pool.mail()).containsExactly(NEW);
    assertThat(registry.confirmReset(NEW, MemoryAccounts.CODE, SECRET).status()).isEqualTo(200);
    assertThat(registry.logIn(NEW, SECRET).status()).isEqualTo(200);
  }

  @Test
  void whatTheStreamDidNotBring_theMinuteTells_once() {
    registry.move(ada, NEW);
    registry.minutes(3);
    registry.stream();
    assertThat(pool.emailOf(ada)).isEqualTo(NEW);
    assertThat(moves()).hasSize(1);
  }

  @Test
  void anEmailInAnotherSpelling_isToldToo() {
    registry.move(ada, "Ada@Example.com");
    registry.stream();
    assertThat(pool.emailOf(ada)).isEqualTo("Ada@Example.com");
  }

  @Test
  void anotherName_isNobodysBusiness() {
    registry.as(Registry.OPERATOR).patch("/users/" + ada, "{\"name\":\"Ada Lovelace\"}");
    registry.stream();
    registry.minute();
    assertThat(moves()).isEmpty();
  }

  @Test
  void aPoolThatIsDown_isToldWhenItIsBack_lessAndLessOften() {
    pool.goDown(true);
    registry.move(ada, NEW);
    registry.stream();
    registry.minutes(60);
    assertThat(moves()).hasSizeBetween(5, 8);
    pool.goDown(false);
    registry.minutes(64);
    assertThat(pool.emailOf(ada)).isEqualTo(NEW);
  }

  @Test
  void aTellingWhoseAnswerIsLost_isRepeated_withTheEmailOfThen() {
    pool.loseAnswers(true);
    registry.move(ada, NEW);
    registry.stream();
    pool.loseAnswers(false);
    registry.move(ada, NEWER);
    registry.minutes(2);
    assertThat(pool.emailOf(ada)).isEqualTo(NEWER);
  }

  @Test
  void theNewestEmail_isTheLastThatIsTold_thoughItCameWhileAnotherWasTold() {
    registry.move(ada, NEW);
    pool.meanwhile(
        () -> {
          registry.move(ada, NEWER);
          registry.stream();
        });
    registry.stream();
    assertThat(pool.emailOf(ada)).isEqualTo(NEWER);
    assertThat(moves()).containsExactly("move " + ada + " " + NEW, "move " + ada + " " + NEWER);
    registry.minutes(3);
    assertThat(moves()).hasSize(2);
  }

  @Test
  void whoDiedWhileTelling_isFollowedByOneWhoTellsTheNewest() {
    registry.move(ada, NEW);
    pool.meanwhile(
        () -> {
          throw new IllegalStateException("the process has ended");
        });
    registry.stream();
    registry.move(ada, NEWER);
    registry.stream();
    assertThat(moves()).isEmpty();
    registry.minute();
    assertThat(pool.emailOf(ada)).isEqualTo(NEWER);
  }

  @Test
  void whileThePoolWasNotTold_noCodeGoesToTheOldEmail_andTheOneAskedForComesLater() {
    registry.move(ada, NEW);
    assertThat(registry.requestReset(NEW).status()).isEqualTo(202);
    assertThat(registry.requestReset(OLD).status()).isEqualTo(202);
    assertThat(pool.mail()).isEmpty();
    registry.stream();
    registry.minutes(3);
    assertThat(pool.mail()).containsExactly(NEW);
    assertThat(registry.confirmReset(NEW, MemoryAccounts.CODE, SECRET).status()).isEqualTo(200);
  }

  @Test
  void aCodeThatIsAskedFor_asThePoolIsBeingTold_isSentOnce() {
    registry.move(ada, NEW);
    table().afterReadBy(() -> {}).afterReadBy(() -> {}).afterReadBy(registry::stream);
    registry.requestReset(NEW);
    registry.minutes(3);
    assertThat(pool.mail()).containsExactly(NEW);
  }

  @Test
  void aCodeOfTheOldEmail_opensNothingAnyMore_neitherBeforeNorAfterThePoolIsTold() {
    registry.requestReset(OLD);
    registry.move(ada, NEW);
    for (int i = 0; i < 2; i++) {
      assertThat(registry.confirmReset(NEW, MemoryAccounts.CODE, SECRET).refusal())
          .isEqualTo("422 reset-refused");
      assertThat(registry.confirmReset(OLD, MemoryAccounts.CODE, SECRET).refusal())
          .isEqualTo("422 reset-refused");
      registry.stream();
    }
  }

  @Test
  void aCode_isGoodForAnHour() {
    registry.requestReset(OLD);
    registry.clock.pass(Duration.ofHours(1));
    assertThat(registry.confirmReset(OLD, MemoryAccounts.CODE, SECRET).refusal())
        .isEqualTo("422 reset-refused");
  }

  private List<String> moves() {
    return pool.asked.stream().filter(one -> one.startsWith("move")).toList();
  }

  private Table watched(Table table) {
    tables.add(new RacedTable(table));
    return table();
  }

  private RacedTable table() {
    return tables.get(0);
  }
}
