package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** A service whose role lets it write only what another says can say nothing long. */
class LongMessageRightsTest {
  private static final String NAME = "orders.parcel-packed";

  @RegisterExtension
  @Order(1)
  static final Said said = new Said();

  @RegisterExtension
  @Order(2)
  static final RunningMachine running =
      RunningMachine.of(
              ChangedTemplate.with(
                  template ->
                      template.in("CatalogApiRole", "${Blobs.Arn}/catalog/*", "${Blobs.Arn}/users/*")))
          .with(said::by);

  private final Spine spine = new Spine(running);

  @Test
  void row5_whatCannotBeLeft_isNotCommitted() {
    LongMessageTest.Longest.define(running, spine.operator(), NAME);

    HttpResponse<String> refused =
        LongMessageTest.Longest.register(running, spine.operator(), NAME);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(500);
    said.awaitLine("a request failed", "s3:PutObject on resource: arn:aws:s3:::waybill-blobs/catalog/");
    assertThat(running.get("/contracts/" + NAME + "/versions/1", spine.operator()).statusCode())
        .isEqualTo(404);
  }
}
