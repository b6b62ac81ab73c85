package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

/** {@code GET /openapi.json} and {@code GET /asyncapi.json} through the whole edge. */
class ExportsTest {
  private static final String TOKENS = "https://tokens.example.com/oauth2/token";

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, /openapi, 3.1.0",
    "/asyncapi.json, /asyncapi, 3.0.0",
    "/openapi.json, /components/securitySchemes/machines/flows/clientCredentials/tokenUrl, "
        + TOKENS,
    "/asyncapi.json, /operations/users.send.users.user-changed.v1/action, send"
  })
  void theDocument_isForEverybody(String path, String pointer, String text) {
    Answered answered = http().as(Caller.NOBODY).get(path);
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.text(pointer)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"/openapi.json", "/asyncapi.json"})
  void theDocument_hasAStrongEtag_thatIsTheSameInEveryInstance(String path) {
    String etag = http().as(Caller.NOBODY).get(path).header("etag");
    assertThat(etag).matches("\"[0-9a-f]{64}\"");
    assertThat(http().as(Caller.NOBODY).get(path).header("etag")).isEqualTo(etag);
  }

  private static HttpTesting http() {
    return new HttpTesting(
        Given.service("catalog", new MemoryTable(), new HandClock()),
        new ExportsApi(Given.CATALOG, TOKENS).routes());
  }
}
