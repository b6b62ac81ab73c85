package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.Blobs;
import waybill.local.RunningMachine;

/**
 * No built-in contract lets anybody say 64 KB; so users' commit is played: its document is put into
 * the bucket and its claim into the out queue.
 */
class LongMessageTest {
  private static final String ADA =
      """
      {"user_id":"ada","email":"ada@example.com","name":"Ada","registered_at":"2026-02-01T10:00:00.000Z"}\
      """;

  @RegisterExtension
  @Order(1)
  static final Said said = new Said();

  @RegisterExtension
  @Order(2)
  static final RunningMachine running =
      RunningMachine.ofTheRepository().keepingData().with(said::by);

  private final Spine spine = new Spine(running);

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  void row17_aClaim_isHandledAndShownAsAnyOther_andAfterARestartToo() {
    String document = leave("ada", ADA);
    String neverSaid = leave("ada", ADA + " ");
    claim("ada", ADA);

    JsonNode shown = spine.awaitHandled("users~ada~1");

    assertThat(shown.at("/message/data/name").asText()).isEqualTo("Ada");
    assertThat(shown.at("/message").has("dataref")).isFalse();
    assertThat(spine.customers("ada")).hasSize(1);
    assertThat(running.machine().traffic().count("OrdersWorker", "s3:GetObject")).isEqualTo(1);

    running.machine().fire("ExchangeWorker", "Sweep");
    assertThat(blobs().has(document)).isTrue();
    assertThat(blobs().has(neverSaid)).isFalse();

    running.restart();
    JsonNode again = Spine.read(spine.message("users~ada~1").body());
    assertThat(again.at("/message/data/name").asText()).isEqualTo("Ada");
  }

  @Test
  void row17_aClaimWithoutItsDocument_isHeld() {
    claim("bob", ADA);

    said.awaitLine("held at the door", "users~bob~1", "not there or not for us to read");
    assertThat(spine.message("users~bob~1").statusCode()).isEqualTo(404);
  }

  private static String leave(String key, String text) {
    String document = "users/" + key + "~1/" + sha256(text);
    blobs().put(document, text);
    return document;
  }

  private static Blobs blobs() {
    var machine = running.machine();
    return new Blobs(machine.buckets(), machine.stack().buckets().get(0));
  }

  private static void claim(String key, String text) {
    String message =
        """
        {"specversion":"1.0","id":"users~%1$s~1","source":"users","type":"users.user-registered",\
        "subject":"%1$s","time":"2026-02-01T10:00:00.000Z","datacontenttype":"application/json",\
        "dataschema":"/contracts/users.user-registered/versions/1","keyseq":1,\
        "correlationid":"c1","hops":0,"dataref":"waybill:blob/users/%1$s~1/%2$s"}"""
            .formatted(key, sha256(text));
    var machine = running.machine();
    machine
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(machine.stack().queue("UsersOut").url())
                    .messageGroupId(key)
                    .messageDeduplicationId(key)
                    .messageBody(message));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
