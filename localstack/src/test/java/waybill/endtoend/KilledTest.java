package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.local.RunningMachine;
import waybill.local.aws.Faults;

/**
 * Each function on a message's way dies at its calls, before and after each of these: the process
 * is gone, its answer lost, and what comes next starts from what the tables and queues hold.
 */
class KilledTest {
  private static final Killer KILLER = new Killer();

  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(quickTemplate()).with(settings -> settings.withFaults(KILLER));

  private final Spine spine = new Spine(running);

  /** What was not answered comes back after a second instead of three minutes. */
  private static Path quickTemplate() {
    return RunningMachine.copy(
        RunningMachine.repositoryTemplate(),
        Folders.fresh(),
        template -> template.replace("VisibilityTimeout: 180", "VisibilityTimeout: 1"));
  }

  /** Ends an instance at the nth call of one kind, once. */
  private static final class Killer implements Faults {
    private volatile @Nullable Plan plan;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();

    record Plan(String functionId, String action, int nth, boolean before) {

      boolean means(Call call, boolean isBefore) {
        return before == isBefore
            && functionId.equals(call.functionId())
            && call.action().endsWith(":" + action);
      }
    }

    void next(Plan next) {
      seen.set(0);
      kills.set(0);
      plan = next;
    }

    @Override
    public Verdict before(Call call) {
      return verdict(call, true);
    }

    @Override
    public Verdict after(Call call) {
      return verdict(call, false);
    }

    private Verdict verdict(Call call, boolean before) {
      Plan now = plan;
      if (now == null || !now.means(call, before)) return Verdict.GO_ON;
      if (seen.incrementAndGet() != now.nth()) return Verdict.GO_ON;
      kills.incrementAndGet();
      return Verdict.KILL;
    }
  }

  @AfterEach
  void spare() {
    KILLER.plan = null;
  }

  @ParameterizedTest(name = "{0} at its {1} no. {2}")
  @CsvSource({
    "UsersWorker, SendMessageBatch, 1",
    "ExchangeRouter, GetItem, 1",
    "ExchangeRouter, UpdateItem, 1",
    "ExchangeRouter, UpdateItem, 2",
    "ExchangeRouter, UpdateItem, 3",
    "ExchangeRouter, SendMessageBatch, 1",
    "ExchangeRouter, SendMessageBatch, 2",
    "OrdersWorker, GetItem, 1",
    "OrdersWorker, TransactWriteItems, 1",
    "OrdersWorker, SendMessageBatch, 1",
    "UsersWorker, UpdateItem, 1"
  })
  void aMessage_survivesTheDeathOf(String function, String action, int nth) {
    for (boolean before : new boolean[] {true, false}) {
      KILLER.next(new Killer.Plan(function, action, nth, before));
      var user = spine.register(function + action + nth + before + "@example.com");

      spine.awaitHandled(user.messageId());
      spine.awaitNothingUnsent("UsersTable");

      assertThat(KILLER.kills).as("deaths").hasValue(1);
      assertThat(spine.customers(user.userId())).hasSize(1);
    }
  }

  @ParameterizedTest(name = "before: {0}")
  @CsvSource({"true", "false"})
  void aRegistration_whoseApiDied_isRepeatedIntoOneUser(boolean before) {
    String email = "died-" + before + "@example.com";
    KILLER.next(new Killer.Plan("UsersApi", "TransactWriteItems", 1, before));
    var request =
        running
            .to("/users")
            .header("idempotency-key", "died-" + before)
            .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\",\"name\":\"Ada\"}"));

    assertThat(running.send(request).statusCode()).isEqualTo(500);
    var user = Spine.registered(running.send(request));

    spine.awaitHandled(user.messageId());
    assertThat(spine.docs("UsersTable", "profile"))
        .filteredOn(profile -> profile.path("email").asText().equals(email))
        .hasSize(1);
  }
}
