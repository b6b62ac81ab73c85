package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** A contract that is registered while everything runs, and who enforces it then. */
class RegisteredTest {
  private static final String NAME = "orders.parcel-packed";
  private static final String VERSION = "/contracts/" + NAME + "/versions";
  private static final Duration SECONDS = Duration.ofSeconds(20);

  @RegisterExtension
  @Order(1)
  static final Said said = new Said();

  @RegisterExtension
  @Order(2)
  static final RunningMachine running = RunningMachine.ofTheRepository().with(said::by);

  private final Spine spine = new Spine(running);

  @BeforeAll
  static void register() {
    var put =
        running
            .to("/contracts/" + NAME, operator())
            .method(
                "PUT",
                BodyPublishers.ofString(
                    "{\"kind\":\"event\",\"summary\":\"A parcel is packed.\",\"key\":\"/parcel\"}"));
    HttpResponse<String> defined = running.send(put);
    assertThat(defined.statusCode()).as(defined.body()).isEqualTo(201);
    HttpResponse<String> registered =
        running.post(
            VERSION,
            operator(),
            """
            {"schema":{"type":"object","properties":{"parcel":{"type":"string"}},"required":["parcel"]}}
            """);
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
  }

  private static String operator() {
    return running.machine().token("operator");
  }

  @Test
  void theCatalog_checksAgainstIt_atOnce() {
    HttpResponse<String> checked = running.post(VERSION + "/1/check", operator(), "{\"parcel\":1}");

    assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
    assertThat(checked.body()).contains("/parcel");
  }

  @Test
  void theExchange_hasItInItsOwnTable_andSaysSoToTheCatalog() {
    await("the copy of " + NAME)
        .atMost(SECONDS)
        .until(() -> spine.docs("ExchangeTable", "version"), copies -> copies.size() == 1);

    spine.awaitHandled("catalog~" + NAME + "~2");
    spine.awaitNothingUnsent("CatalogTable");
  }

  @Test
  void whatKeepsIt_isRouted_andWhatBreaksIt_isHeld() {
    spine.awaitHandled("catalog~" + NAME + "~2");

    say("kept", "{\"parcel\":\"p1\"}");
    say("broken", "{\"parcel\":1}");

    await("the message under " + NAME)
        .atMost(SECONDS)
        .until(() -> spine.message("orders~kept~1").statusCode(), status -> status == 200);
    said.awaitLine("held at the door", "orders~broken~1", "type at /parcel");
    assertThat(spine.message("orders~broken~1").statusCode()).isEqualTo(404);
  }

  /** In place of a service that has such a contract: past its outbox, into its queue. */
  private static void say(String key, String data) {
    String message =
        """
        {"specversion":"1.0","id":"orders~%1$s~1","source":"orders","type":"%2$s","subject":"%1$s",\
        "time":"%3$s","datacontenttype":"application/json","dataschema":"%4$s/1","keyseq":1,\
        "correlationid":"c1","hops":0,"data":%5$s}"""
            .formatted(key, NAME, now(), VERSION, data);
    var machine = running.machine();
    machine
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(machine.stack().queue("OrdersOut").url())
                    .messageGroupId(key)
                    .messageDeduplicationId(key)
                    .messageBody(message));
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
  }
}
