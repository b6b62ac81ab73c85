package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** Orders can't read its list: an overview is given all the same. */
class OrdersDownTest {
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
                          "OrdersApiRole",
                          "${OrdersTable.Arn}/index/list",
                          "${OrdersTable.Arn}/index/none")))
          .with(said::by);

  @Test
  void withoutOrders_theOverviewSaysSo() {
    Person grace = new Person(running, "grace@example.com", "a horse, a staple");
    String id = grace.registered();
    HttpResponse<String> answer = running.get("/users/" + id + "/overview", grace.token());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Spine.read(answer.body()).path("email").asText()).isEqualTo("grace@example.com");
    assertThat(Spine.read(answer.body()).path("orders").asText()).isEqualTo("unavailable");
    said.awaitLine("orders do not answer");
  }
}
