package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.Message;
import waybill.contracts.sagas.SagaState;
import waybill.kit.testing.BooksBalance;

/** State, command, consumed reply and timer are one commit, wherever a process ends. */
@BooksBalance
class AtomicTransitionTest {
  private static final int CALLS_MAX = 12;
  private final Office office = new Office();

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void row41_aCrashWhileItBegins_leavesNothingOrAll(boolean afterTheWrite) {
    for (int calls = 0; calls < CALLS_MAX; calls++) {
      String id = "o" + calls;
      crashing(office.bought(id), calls, afterTheWrite);

      assertThat(office.saidNames(id)).containsExactly("store.reserve");
      assertThat(office.saga(id).timer()).isEqualTo(office.saga(id).run("reserve").deadline());
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void row41_aCrashWhileAReplyIsTaken_leavesNothingOrAll(boolean afterTheWrite) {
    for (int calls = 0; calls < CALLS_MAX; calls++) {
      String id = "o" + calls;
      office.deliver(office.bought(id));
      crashing(office.answer(office.lastSaid(id), "store.reserved/1"), calls, afterTheWrite);

      assertThat(office.saidNames(id)).containsExactly("store.reserve", "bank.charge");
      assertThat(office.ignored(id)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void row41_aCrashWhileATimerFires_leavesNothingOrAll(boolean afterTheWrite) {
    for (int calls = 0; calls < CALLS_MAX; calls++) {
      String id = "o" + calls;
      office.deliver(office.bought(id));
      office.pass(Duration.ofSeconds(30));
      try {
        office.minute(new Fuse(office.table, calls, afterTheWrite));
      } catch (Fuse.Killed gone) {
        office.minute();
      }

      assertThat(office.saidNames(id)).containsExactly("store.reserve", "store.reserve");
    }
  }

  @Test
  void row41_whatIsSaidAtTheEnd_leavesWithTheEnd() {
    office.reserved("o1");
    office.answers("o1", "bank.charged/1");
    crashing(office.answer(office.lastSaid("o1"), "store.shipped/1"), 4, true);

    assertThat(office.state("o1")).isEqualTo(SagaState.COMPLETED);
    assertThat(office.saidNames("o1")).endsWith("shop.confirm").doesNotHaveDuplicates();
    assertThat(office.timers()).isZero();
  }

  /** The queue hands over again what was not acknowledged. */
  private void crashing(Message message, int calls, boolean afterTheWrite) {
    try {
      office.deliver(message, new Fuse(office.table, calls, afterTheWrite), 1);
    } catch (Fuse.Killed gone) {
      office.deliver(message, office.table, 2);
    }
  }
}
