package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.OwnEmulators;
import waybill.local.RunningMachine;

/** The queues forget: order, what they have seen, and at worst everything that stood in them. */
class LostOrderTest {
  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(quickTemplate()).with(settings -> settings.withData(Folders.fresh()));

  private final Spine spine = new Spine(running);

  private static Path quickTemplate() {
    return RunningMachine.copy(
        RunningMachine.repositoryTemplate(),
        Folders.fresh(),
        template ->
            template
                .replace("VisibilityTimeout: 180", "VisibilityTimeout: 1")
                .replace(
                    "          OUT_QUEUES:",
                    "          RESEND_AFTER_SECONDS: 1\n          OUT_QUEUES:"));
  }

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  @OwnEmulators("the queues are restarted on the way")
  void queuesThatLoseOrderAndMemoryOnTheWay_changeNothingForOrders() {
    var user = spine.register("restarts@example.com");
    for (int n = 1; n <= 30; n++) {
      spine.rename(user.userId(), "Ada " + n);
      if (n == 15) running.machine().restartQueues();
    }

    // Whatever was lost, a letter or a question about one, waits for a minute to pass.
    spine.awaitHandledAsMinutesPass("users~" + user.userId() + "~31");

    assertThat(spine.customers(user.userId())).hasSize(1);
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Ada 30");
  }

  @Test
  void row25_anOutQueueThatLostEverything_isFilledAgainByTheSweep() {
    var user = spine.register("purged@example.com");
    running.machine().purge("UsersOut");
    for (int n = 1; n <= 5; n++) spine.rename(user.userId(), "Ada " + n);
    running.machine().purge("UsersOut");

    running.machine().fire("UsersWorker", "Sweep");

    spine.awaitHandled("users~" + user.userId() + "~6");
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Ada 5");
    spine.awaitNothingUnsent("UsersTable");
  }
}
