package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.schema;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.http.HttpTesting.Answered;

/** Schemas meant to hurt: each is refused, clearly and cheaply, and leaves nothing behind. */
class BadSchemaTest {
  private static final String PATH = "/contracts/shop.basket/versions";

  private final Archive archive = new Archive();

  @BeforeEach
  void define() {
    archive.define("shop.basket", "event");
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(archive.get("/contracts/shop.basket").body().path("versions")).isEmpty();
    assertThat(archive.said()).filteredOn(one -> one.id().key().equals("shop.basket")).hasSize(1);
    assertThat(archive.items("referenced")).isZero();
  }

  @Test
  void aMegabyte_isTooLarge() {
    assertThat(register("{\"title\":\"" + "x".repeat(1 << 20) + "\"}").refusal())
        .isEqualTo("413 too-large");
  }

  @Test
  void moreThanAMessageCarries_isTooLarge() {
    assertThat(
            register("{\"title\":\"" + "x".repeat(Candidates.SCHEMA_BYTES_MAX) + "\"}").refusal())
        .isEqualTo("422 schema-too-large /schema");
  }

  /** Bundled, it is what it refers to as well. */
  @Test
  void whatBecomesTooLarge_isTooLarge() {
    archive.with("shop.long", "{\"title\":\"" + "x".repeat(30_000) + "\"}");
    archive.with("shop.longer", "{\"title\":\"" + "y".repeat(30_000) + "\"}");
    assertThat(
            register(
                    "{\"anyOf\":[{\"$ref\":\"waybill:shop.long/1\"},"
                        + "{\"$ref\":\"waybill:shop.longer/1\"}]}")
                .refusal())
        .isEqualTo("422 schema-too-large /schema");
  }

  @Test
  void aThousandDeep_isMalformed() {
    String deep = "{\"not\":".repeat(1_000) + "{}" + "}".repeat(1_000);
    assertThat(register(deep).refusal()).isEqualTo("400 malformed");
  }

  @Test
  void tenThousandReferences_areTooLarge() {
    String refs = "{\"$ref\":\"#\"},".repeat(10_000);
    assertThat(register("{\"allOf\":[" + refs + "{}]}").refusal()).isEqualTo("413 too-large");
  }

  @Test
  void thousandsOfReferencesToContracts_areRefusedAtTheirPointers() {
    StringBuilder refs = new StringBuilder("{\"allOf\":[{}");
    for (int n = 0; n < 900; n++)
      refs.append(",{\"$ref\":\"waybill:shop.n").append(n).append("/1\"}");
    assertThat(register(refs.append("]}").toString()).refusal())
        .startsWith("422 bad-reference /schema/allOf/1/$ref");
  }

  @Test
  void bytesThatAreNoText_areMalformed() {
    byte[] body = schema("{\"title\":\"?\"}").getBytes(StandardCharsets.UTF_8);
    body[20] = (byte) 0xff;
    assertThat(archive.as(SHOP).post(PATH, body).refusal()).isEqualTo("400 malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"string\",\"type\":\"integer\"}",
        "{\"maximum\":1e9999}",
        "{\"title\":\"\\ud800\"}",
        "{\"title\":"
      })
  void whatTwoReadersCouldReadDifferently_isMalformed(String schema) {
    assertThat(register(schema).refusal()).isEqualTo("400 malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"$ref\":\"#/nowhere\"}", "{\"$ref\":\"file:///etc/passwd\"}"})
  void referenceThatLeadsNowhere_isRefused(String schema) {
    assertThat(register(schema).refusal()).startsWith("422 not-a-schema /schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pattern\":\"^(a+)+$\"}",
        "{\"pattern\":\"(\"}",
        "{\"maximum\":1e999}",
        "{\"type\":\"strin\"}",
        "{\"properties\":[]}",
        "{\"minLength\":-1}",
        "{\"not\":{\"$ref\":\"https://example.com/schema\"}}"
      })
  void whatIsOutsideTheProfile_isRefusedAtItsPointer(String schema) {
    assertThat(register(schema).refusal()).startsWith("422 not-a-schema /schema/");
  }

  @Test
  void aSchemaThatRefersToItselfOnly_isRefused() {
    assertThat(register("{\"$ref\":\"#\"}").refusal()).startsWith("422 not-a-schema /schema");
  }

  /** What fits into a request by its bytes may still be too much. */
  @Test
  void thousandsOfReferences_areRefused() {
    String refs = "{\"$ref\":\"#/$defs/a\"},".repeat(1_500);
    assertThat(register("{\"$defs\":{\"a\":{}},\"allOf\":[" + refs + "{}]}").refusal())
        .startsWith("422 not-a-schema /schema");
  }

  private Answered register(String schema) {
    return archive.register("shop.basket", schema);
  }
}
