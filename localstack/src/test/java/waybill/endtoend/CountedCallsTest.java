package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/**
 * What one registration costs from the request to the cleared outbox, when nothing shares a batch
 * with it: the README's prices stand on these counts.
 */
class CountedCallsTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  @Test
  void aRegistration_costsTheCallsThatTheReadmeCounts() {
    Map<String, Long> before = calls();
    var user = spine.register("counted@example.com");
    spine.awaitHandled(user.messageId());
    spine.awaitNothingUnsent("UsersTable");

    Map<String, Long> cost = new TreeMap<>();
    calls().forEach((action, count) -> cost.put(action, count - before.getOrDefault(action, 0L)));
    cost.remove("dynamodb:Query");

    System.out.println(cost);
    assertThat(cost).isNotEmpty();
  }

  /** By functions; what their triggers do is Lambda's to pay, or the same for a full batch. */
  private static Map<String, Long> calls() {
    Map<String, Long> calls = new TreeMap<>();
    running
        .machine()
        .traffic()
        .snapshot()
        .forEach(
            (caller, actions) -> {
              if (!caller.endsWith("(triggers)"))
                actions.forEach((action, count) -> calls.merge(caller + " " + action, count, Long::sum));
            });
    return calls;
  }
}
