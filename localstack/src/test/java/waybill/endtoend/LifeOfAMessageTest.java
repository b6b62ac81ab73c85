package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

class LifeOfAMessageTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  @Test
  void aRegistration_isHandledByOrders_andLeavesNothingUnsent() {
    var user = spine.register("life@example.com");

    var shown = spine.awaitHandled(user.messageId());

    assertThat(shown.at("/message/type").asText()).isEqualTo("users.user-registered");
    assertThat(shown.at("/message/data/user_id").asText()).isEqualTo(user.userId());
    assertThat(shown.at("/deliveries/0/subscriber").asText()).isEqualTo("orders");
    assertThat(spine.customers(user.userId())).hasSize(1);
    spine.awaitNothingUnsent("UsersTable");
  }

  @Test
  void anOrder_isTakenOnceOrdersKnowsTheUser_andItsMessageCanBeLookedUp() {
    assertThat(spine.order("nobody").statusCode()).isEqualTo(422);
    var user = spine.register("buyer@example.com");
    spine.awaitHandled(user.messageId());

    var placed = spine.order(user.userId());

    assertThat(placed.statusCode()).isEqualTo(202);
    assertThat(Spine.read(placed.body()).path("order_status").asText()).isEqualTo("pending");
    spine.awaitNothingUnsent("OrdersTable");
    var message = placed.headers().firstValue("waybill-messages").orElseThrow();
    assertThat(spine.message(message).statusCode()).isEqualTo(200);
    var location = placed.headers().firstValue("location").orElseThrow();
    assertThat(running.get(location, spine.operator()).statusCode()).isEqualTo(200);
    var list = running.get("/orders?user_id=" + user.userId(), spine.operator());
    assertThat(Spine.read(list.body()).at("/items/0/order_status").asText()).isEqualTo("pending");
  }

  @Test
  void changes_reachOrdersInTheirOrder() {
    var user = spine.register("changing@example.com");
    for (int n = 1; n <= 20; n++)
      assertThat(spine.rename(user.userId(), "Ada " + n).statusCode()).isEqualTo(200);

    spine.awaitHandled("users~" + user.userId() + "~21");

    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Ada 20");
  }

  @Test
  void registrationsOfOneEmailAtOnce_leaveOneUser() throws Exception {
    var pool = Executors.newFixedThreadPool(16);
    Callable<HttpResponse<String>> register = () -> spine.tryRegister("race@example.com");
    var answers = pool.invokeAll(IntStream.range(0, 16).mapToObj(n -> register).toList());
    pool.shutdown();

    var statuses = answers.stream().map(answer -> status(answer)).toList();
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses).allMatch(status -> status == 201 || status == 409);
    assertThat(spine.docs("UsersTable", "profile"))
        .filteredOn(profile -> profile.path("email").asText().equals("race@example.com"))
        .hasSize(1);
  }

  private static int status(Future<HttpResponse<String>> answer) {
    try {
      return answer.get().statusCode();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRepeatedRegistration_withItsIdempotencyKey_getsTheSameAnswer() {
    var request =
        running
            .to("/users")
            .header("idempotency-key", "once-1")
            .POST(BodyPublishers.ofString("{\"email\":\"once@example.com\",\"name\":\"Ada\"}"));
    var first = running.send(request);
    var second = running.send(request);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("waybill-messages"))
        .isEqualTo(first.headers().firstValue("waybill-messages"));
  }
}
