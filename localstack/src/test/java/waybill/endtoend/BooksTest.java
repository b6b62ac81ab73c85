package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** The books of the running system, over HTTP alone. */
class BooksTest {
  private static final String CONTRACT = "users.user-registered";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  private JsonNode get(String path) {
    return spine.get(path);
  }

  @Test
  void whatFlowed_isCounted_balances_andIsFound() {
    var user = spine.register("books@example.com");
    spine.awaitHandled(user.messageId());
    spine.awaitNothingUnsent("UsersTable");

    // What has only just happened is not counted yet.
    JsonNode flow =
        await("an audit that counts it")
            .atMost(PATIENCE)
            .until(this::counted, BooksTest::isHandled);
    assertThat(flow.path("balance").asLong()).isZero();
    JsonNode ledger = get("/ledger");
    assertThat(ledger.path("balanced").asBoolean()).as(ledger.toString()).isTrue();
    assertThat(ledger.path("unheard")).isEmpty();
    assertThat(ledger.path("sources").toString()).contains("\"source\":\"users\"");

    JsonNode flows = get("/flows?contract=" + CONTRACT + "&subscriber=orders");
    assertThat(flows.at("/items/0/produced").asLong()).as(flows.toString()).isEqualTo(1);
    assertThat(flows.at("/items/0/backlog").asLong()).isZero();

    for (String query : new String[] {"", "&key=" + user.userId()})
      assertThat(get("/messages?contract=" + CONTRACT + query).at("/items/0/id").asText())
          .isEqualTo(user.messageId());
    JsonNode shown = get("/messages/" + user.messageId());
    String correlation = shown.at("/message/correlationid").asText();
    assertThat(get("/messages?correlation=" + correlation).at("/items/0/id").asText())
        .isEqualTo(user.messageId());
  }

  private JsonNode counted() {
    spine.audit();
    return get("/ledger?contract=" + CONTRACT + "&subscriber=orders").at("/flows/0");
  }

  private static boolean isHandled(JsonNode flow) {
    return flow.path("handled").asLong() == 1;
  }
}
