package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** Each thing that the template says has its effect: in a copy each is said differently. */
class ChangedTemplateTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension
  @Order(1)
  static final Said said = new Said();

  @RegisterExtension
  @Order(2)
  static final RunningMachine running =
      RunningMachine.of(
          ChangedTemplate.with(
              template ->
                  template
                      .in(
                          "UsersApi",
                          "GET\n            Path: /users/{user_id}\n",
                          "GET\n            Path: /people/{user_id}\n")
                      .in(
                          "UsersApi",
                          "Path: /users\n            Auth: {AuthorizationScopes: [aws.cognito.signin.user.admin]",
                          "Path: /users\n            Auth: {AuthorizationScopes: [waybill/gold]")
                      .in(
                          "InventoryApi",
                          "Auth: {Authorizer: Clients}",
                          "Auth: {AuthorizationScopes: [aws.cognito.signin.user.admin]}")
                      .in("UsersWorker", "\"S\":[\"new\"]", "\"S\":[\"never\"]")
                      .in("OrdersIn", "VisibilityTimeout: 180", "VisibilityTimeout: 2")
                      .in("OrdersIn", "maxReceiveCount: 5", "maxReceiveCount: 2")));

  private final Spine spine = new Spine(running);

  /** The door knows no such route, since no entry of the catalog has it. */
  @Test
  void aRoute_isWhereTheTemplateHasIt() {
    isTheGateways(running.get("/users/somebody", spine.operator()), "Not Found", 404);
    isTheGateways(running.get("/people/somebody", spine.operator()), "Forbidden", 403);
  }

  @Test
  void aScopeOfPeoplesRoutes_isThatOfTheTemplate() {
    isTheGateways(running.get("/users", spine.operator()), "Forbidden", 403);
  }

  @Test
  void aRouteWithoutTheDoor_keepsMachinesOut() {
    isTheGateways(running.get("/stock/tea", machine()), "Unauthorized", 401);
    isTheFunctions(running.get("/stock/tea", spine.operator()));
  }

  @Test
  void aFilterThatMatchesNothing_leavesMessagesToTheSweep() {
    var user = spine.register("filtered@example.com");

    awaitThatTheStreamIsReadTwice();
    assertThat(spine.message(user.messageId()).statusCode()).isEqualTo(404);

    running.machine().fire("UsersWorker", "Sweep");
    spine.awaitHandled(user.messageId());
  }

  /** The second time only after everything of the first is done with. */
  private static void awaitThatTheStreamIsReadTwice() {
    long before = reads();
    await("two more reads of the stream").atMost(PATIENCE).until(() -> reads() >= before + 2);
  }

  private static long reads() {
    return running.machine().traffic().count("UsersWorker (triggers)", "dynamodb:GetRecords");
  }

  @Test
  void whatCannotBeTaken_isGivenUpAfterAsManyAttemptsAsTheTemplateSays_andKept() {
    String in = running.machine().stack().queue("OrdersIn").url();
    running
        .machine()
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(in)
                    .messageBody("no envelope")
                    .messageGroupId("nobody")
                    .messageDeduplicationId("once"));

    var kept =
        await("the row")
            .atMost(PATIENCE)
            .until(() -> spine.docs("OrdersTable", "unreadable"), found -> found.size() == 1);

    assertThat(kept.get(0).path("text").asText()).isEqualTo("no envelope");
    assertThat(said.linesWith("\"service\":\"orders\"", "could not be taken")).hasSize(2);
  }

  private static String machine() {
    return running.machine().token("orders");
  }

  private static void isTheFunctions(HttpResponse<String> answer) {
    assertThat(answer.headers().map()).as(answer.body()).containsKey("x-correlation-id");
  }

  private static void isTheGateways(HttpResponse<String> answer, String message, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }
}
