package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.local.RunningMachine;

/** A schema that fits a request, and no longer a message once it is wrapped. */
class LongMessageTest {
  private static final String NAME = "orders.parcel-packed";
  private static final String MESSAGE = "catalog~" + NAME + "~2";
  private static final int SCHEMA_CHARS = 65_400;

  @RegisterExtension
  static final RunningMachine running = RunningMachine.ofTheRepository().keepingData();

  private final Spine spine = new Spine(running);

  @Test
  void row17_aLongMessage_isHandled_shown_andStillThereAfterARestart() {
    Longest.define(running, spine.operator(), NAME);
    HttpResponse<String> registered = Longest.register(running, spine.operator(), NAME);
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);

    spine.awaitHandled(MESSAGE);

    assertThat(shownDescription()).hasSizeGreaterThan(SCHEMA_CHARS - 200);
    assertThat(entry()).contains("waybill:blob/catalog/" + NAME + "~2/").hasSizeLessThan(2_000);
    assertThat(spine.docs("ExchangeTable", "version").toString()).contains("xxxx");
    assertThat(running.machine().traffic().count("CatalogApi", "s3:PutObject")).isEqualTo(1);
    assertThat(running.machine().traffic().count("ExchangeWorker", "s3:GetObject")).isEqualTo(1);
    Path blobs = running.data().resolve("blobs");
    assertThat(blobs).isDirectoryRecursivelyContaining("glob:**/" + NAME + "~2/*");

    running.machine().fire("ExchangeWorker", "Sweep");
    running.restart();

    assertThat(shownDescription()).hasSizeGreaterThan(SCHEMA_CHARS - 200);
  }

  private String shownDescription() {
    JsonNode shown = Spine.read(spine.message(MESSAGE).body());
    return shown.at("/message/data/schema/description").asText();
  }

  private String entry() {
    return spine.items("ExchangeTable").stream()
        .filter(item -> AttributeValue.fromS(MESSAGE).equals(item.get("pk")))
        .filter(item -> AttributeValue.fromS("message").equals(item.get("sk")))
        .map(item -> String.valueOf(item.get("doc")))
        .findFirst()
        .orElseThrow();
  }

  /** The longest schema that a request takes. */
  static final class Longest {

    static void define(RunningMachine running, String token, String name) {
      String contract = "{\"kind\":\"event\",\"summary\":\"A parcel is packed.\"}";
      HttpResponse<String> defined =
          running.send(
              running
                  .to("/contracts/" + name, token)
                  .method("PUT", BodyPublishers.ofString(contract)));
      assertThat(defined.statusCode()).as(defined.body()).isEqualTo(201);
    }

    static HttpResponse<String> register(RunningMachine running, String token, String name) {
      String start = "{\"schema\":{\"type\":\"object\",\"description\":\"";
      String text = start + "x".repeat(SCHEMA_CHARS - start.length()) + "\"}}";
      return running.post("/contracts/" + name + "/versions", token, text);
    }

    private Longest() {}
  }
}
