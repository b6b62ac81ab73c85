package waybill.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.kit.testing.HandClock;

class LogTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log log =
      Log.to(
          new PrintStream(written, true, StandardCharsets.UTF_8), new HandClock(), Log.Level.INFO);

  @Test
  void aLine_isOneJsonObject() {
    log.with("service", "users").info("two\nlines", "quote", "\"", "status", 200);

    assertThat(lines())
        .containsExactly(
            Json.parse(
                """
                {"timestamp":"2026-01-01T00:00:00Z","level":"INFO","message":"two\\nlines",
                 "service":"users","quote":"\\"","status":200}"""));
  }

  @Test
  void whatIsLessSevere_isNotWritten() {
    log.debug("nothing");

    assertThat(lines()).isEmpty();
  }

  @Test
  void anError_tellsWhereItHappened() {
    log.error("broken", new IllegalStateException("why"), "message_id", "users~u1~1");

    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("error").asText()).isEqualTo("java.lang.IllegalStateException");
              assertThat(line.path("cause").asText()).isEqualTo("why");
              assertThat(line.path("at").asText()).contains("LogTest").doesNotContain("\n");
              assertThat(line.path("message_id").asText()).isEqualTo("users~u1~1");
            });
  }

  @Test
  void anErrorOfAService_countsItself_underTheNameOfTheStack() {
    log.under("Waybill/prod")
        .with("service", "users")
        .error("broken", new IllegalStateException("why"));

    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("errors").asInt()).isEqualTo(1);
              assertThat(line.path("_aws"))
                  .isEqualTo(
                      Json.parse(
                          """
                          {"Timestamp":1767225600000,"CloudWatchMetrics":[{
                            "Namespace":"Waybill/prod","Dimensions":[["service"]],
                            "Metrics":[{"Name":"errors"}]}]}"""));
            });
  }

  @Test
  void aFieldOfTheLine_isNotInTheNext() {
    log.with("correlation_id", "c").info("one");
    log.info("two");

    assertThat(lines().get(1).has("correlation_id")).isFalse();
  }

  private List<JsonNode> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().map(Json::parse).toList();
  }
}
