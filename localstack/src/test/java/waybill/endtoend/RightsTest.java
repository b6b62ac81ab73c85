package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import waybill.local.RunningMachine;

/** A function from whose role one action is taken fails at exactly that call, and nowhere else. */
class RightsTest {
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
                          .in("UsersApiRole", "dynamodb:UpdateItem, ", "")
                          .in("ExchangeApiRole", "dynamodb:GetItem, ", "")
                          .in(
                              "ExchangeRouterRole",
                              "Resource: [!GetAtt UsersOut.Arn, ",
                              "Resource: [")))
          .with(said::by);

  private final Spine spine = new Spine(running);

  @Test
  void usersWithoutUpdateItem_registersNobody() {
    isAProblem(spine.tryRegister("refused@example.com"));

    said.awaitLine(
        "\"service\":\"users\"", "a request failed", denied("UsersApi", "dynamodb:UpdateItem"));
  }

  @Test
  void usersWithoutUpdateItem_stillReads() {
    assertThat(running.get("/users", spine.operator()).statusCode()).isEqualTo(200);
    assertThat(running.get("/users/nobody", spine.operator()).statusCode()).isEqualTo(404);
  }

  @Test
  void theExchangeWithoutGetItem_showsNoMessage() {
    isAProblem(spine.message("users~u1~1"));

    said.awaitLine(
        "\"service\":\"exchange\"", "a request failed", denied("ExchangeApi", "dynamodb:GetItem"));
  }

  @Test
  void theExchangeWithoutQuery_isStillThere() {
    assertThat(running.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void theRouterWithoutReceiveMessage_leavesTheQueueAsItIs_andItsTriggerComplains() {
    String url = running.machine().stack().queue("UsersOut").url();
    running
        .machine()
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(url)
                    .messageBody("waits")
                    .messageGroupId("g")
                    .messageDeduplicationId("d"));

    said.awaitLine(
        "ExchangeRouter.Events.UsersOut", denied("ExchangeRouter", "sqs:ReceiveMessage"));
    assertThat(
            running
                .machine()
                .sqs()
                .getQueueAttributes(
                    get ->
                        get.queueUrl(url)
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributesAsStrings())
        .containsEntry("ApproximateNumberOfMessages", "1");
    assertThat(said.linesWith("ExchangeRouter.Events.OrdersOut")).isEmpty();
  }

  private static String denied(String function, String action) {
    return running.stackName()
        + "-"
        + function
        + " is not authorized to perform: "
        + action
        + " on resource: ";
  }

  private static void isAProblem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.body()).doesNotContain("authorized");
  }
}
