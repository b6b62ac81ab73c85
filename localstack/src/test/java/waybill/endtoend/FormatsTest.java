package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.form.Form;
import waybill.contracts.form.Format;
import waybill.contracts.form.Forms;
import waybill.local.RunningMachine;

/** Other forms than JSON, through the gateway and back. */
class FormatsTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);
  private final Market market = new Market(running);

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void anOrder_isPlacedInAnyForm_andReadInAny(Format format) {
    String sku = "tea-" + format.name().toLowerCase(Locale.ROOT);
    market.offers(sku, 100, 5);
    String ada = market.buyer(1_000);

    HttpResponse<byte[]> placed =
        place(ada, sku, format, format.mediaType(), format.mediaType() + ", */*;q=0.1");

    assertThat(placed.statusCode()).isEqualTo(202);
    assertThat(placed.headers().firstValue("content-type")).hasValue(format.mediaType());
    assertThat(placed.headers().firstValue("vary")).hasValue("accept");
    String order =
        form("orders.order-accepted/2", format).read(placed.body()).path("order_id").asText();
    JsonNode shown = market.awaitStatus(order, "confirmed");
    assertThat(form("orders.order/2", format).read(read("/orders/" + order, format)))
        .isEqualTo(Json.parse(shown.toString()));
    assertThat(market.stock(sku).path("quantity").asLong()).isEqualTo(3);
  }

  @Test
  void whatNobodyReads_andWhatNobodyCanWrite_isRefused_andNothingIsStored() {
    market.offers("ink", 100, 5);
    String eve = market.buyer(1_000);
    int before = spine.docs("OrdersTable", "order").size();

    assertRefused(place(eve, "ink", Format.CBOR, "application/pdf", "*/*"), 415);
    assertRefused(place(eve, "ink", Format.JSON, "application/json", "text/html"), 406);

    assertThat(spine.docs("OrdersTable", "order")).hasSize(before);
    assertThat(market.stock("ink").path("reserved").asLong()).isZero();
  }

  private static void assertRefused(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(Json.parse(answer.body()).path("media_types").toString())
        .contains("application/json", "application/cbor");
  }

  private HttpResponse<byte[]> place(
      String user, String sku, Format format, String contentType, String accept) {
    String order =
        "{\"user_id\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]}".formatted(user, sku);
    byte[] body = form("orders.place-order/1", format).write(Json.parse(order));
    return await("somebody who knows the buyer")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                running.sendForBytes(
                    running
                        .to("/orders", spine.operator())
                        .header("content-type", contentType)
                        .header("accept", accept)
                        .POST(BodyPublishers.ofByteArray(body))),
            answer -> answer.statusCode() != 503);
  }

  private byte[] read(String path, Format format) {
    HttpResponse<byte[]> answer =
        running.sendForBytes(
            running.to(path, spine.operator()).header("accept", format.mediaType()));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static Form form(String contract, Format format) {
    return Forms.of(Catalog.builtIn()).form(ContractId.parse(contract), format).orElseThrow();
  }
}
