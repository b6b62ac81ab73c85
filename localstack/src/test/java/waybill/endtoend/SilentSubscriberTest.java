package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** {@link RightsTest} for a worker that may hear and decide, but not answer. */
class SilentSubscriberTest {
  @RegisterExtension
  @Order(1)
  static final Said said = new Said();

  @RegisterExtension
  @Order(2)
  static final RunningMachine running =
      RunningMachine.of(
              ChangedTemplate.with(
                  template ->
                      template.in(
                          "OrdersWorkerRole",
                          "[!GetAtt OrdersOut.Arn, !GetAtt OrdersStreamDead.Arn]",
                          "[!GetAtt OrdersStreamDead.Arn]")))
          .with(said::by);

  private final Spine spine = new Spine(running);

  @Test
  void ordersWithoutSendMessage_handlesAMessage_whoseReceiptDoesNotCome() {
    var user = spine.register("silent@example.com");

    said.awaitLine(
        "\"service\":\"orders\"",
        running.stackName()
            + "-OrdersWorker is not authorized to perform: sqs:SendMessage on resource: ",
        ":" + running.stackName() + "-orders-out.fifo");

    assertThat(spine.customers(user.userId())).hasSize(1);
    assertThat(
            Spine.read(spine.message(user.messageId()).body()).at("/deliveries/0/state").asText())
        .isEqualTo("in_flight");
  }
}
