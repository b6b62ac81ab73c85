package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.OPERATOR;
import static waybill.users.Registry.registration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;

/** Many requests at once, on as many threads. */
class CrowdTest {
  private static final int CROWD = 32;
  private static final String ADA = registration("ada@example.com", "Ada");

  private final Registry registry = new Registry();
  private final ExecutorService threads = Executors.newFixedThreadPool(CROWD);

  @AfterEach
  void home() {
    threads.shutdownNow();
  }

  @Test
  void crowdThatRegistersOneEmail_isOneUser() throws Exception {
    List<Answered> answers = atOnce(i -> registry.as(NOBODY).post("/users", ADA));
    assertThat(statuses(answers)).containsExactlyElementsOf(onceAndThen(201, 409));
    assertThat(registry.users()).isEqualTo(1);
    assertThat(registry.said()).hasSize(1);
  }

  @Test
  void crowdThatRepeatsOneRequest_getsOneAnswer() throws Exception {
    List<Answered> answers =
        atOnce(i -> registry.as(NOBODY).with("idempotency-key", "k-1").post("/users", ADA));
    assertThat(statuses(answers)).containsOnly(201);
    assertThat(answers).extracting(Answered::messages).containsOnly(answers.get(0).messages());
    assertThat(registry.users()).isEqualTo(1);
  }

  @Test
  void crowdThatMovesToOneEmail_leavesItToOne() throws Exception {
    List<String> users =
        IntStream.range(0, CROWD).mapToObj(i -> registry.user(i + "@example.com")).toList();
    List<Answered> answers =
        atOnce(
            i ->
                registry
                    .as(OPERATOR)
                    .patch("/users/" + users.get(i), "{\"email\":\"ada@example.com\"}"));
    assertThat(statuses(answers)).containsExactlyElementsOf(onceAndThen(200, 409));
    assertThat(registry.said()).hasSize(CROWD + 1);
  }

  private interface One {
    Answered ask(int who);
  }

  private List<Answered> atOnce(One one) throws Exception {
    CyclicBarrier together = new CyclicBarrier(CROWD);
    List<Callable<Answered>> all =
        IntStream.range(0, CROWD)
            .<Callable<Answered>>mapToObj(
                who ->
                    () -> {
                      together.await(10, TimeUnit.SECONDS);
                      return one.ask(who);
                    })
            .toList();
    List<Answered> answers = new ArrayList<>();
    for (Future<Answered> answer : threads.invokeAll(all, 20, TimeUnit.SECONDS))
      answers.add(answer.get());
    return answers;
  }

  private static List<Integer> statuses(List<Answered> answers) {
    return answers.stream().map(Answered::status).sorted().toList();
  }

  private static List<Integer> onceAndThen(int once, int others) {
    List<Integer> statuses = new ArrayList<>(Collections.nCopies(CROWD - 1, others));
    statuses.add(0, once);
    return statuses;
  }
}
