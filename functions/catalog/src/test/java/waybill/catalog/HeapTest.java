package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.TEXT;
import static waybill.catalog.Archive.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Item;

/** After a thousand schemas that are meant to hurt there is as much memory left as before. */
class HeapTest {
  private static final int BAD_ONES = 1_000;
  private static final long BYTES_OF_THE_ENGINE = 4L << 20;
  private static final String PATH = "/contracts/shop.basket/versions";

  private final Archive archive = new Archive();

  @BeforeEach
  void define() {
    archive.define("shop.basket", "event");
    assertThat(archive.register("shop.basket", TEXT).status()).isEqualTo(201);
  }

  @Test
  void aThousandBadSchemas_leaveNothingBehind() {
    for (int n = 0; n < 3 * kinds(0).size(); n++) refuse(n);
    List<Item> items = archive.table.items();
    long before = used();
    for (int n = 0; n < BAD_ONES; n++) refuse(n);
    assertThat(used()).isLessThan(before + before / 10 + BYTES_OF_THE_ENGINE);
    assertThat(archive.table.items()).containsExactlyInAnyOrderElementsOf(items);
  }

  /** No two of them are alike, so that whoever remembers them is found out. */
  private void refuse(int n) {
    List<String> kinds = kinds(n);
    byte[] body = kinds.get(n % kinds.size()).getBytes(StandardCharsets.UTF_8);
    if (n % kinds.size() == 0) body[20] = (byte) 0xff;
    assertThat(archive.as(SHOP).post(PATH, body).status()).as("%s", n).isBetween(400, 499);
  }

  private static List<String> kinds(int n) {
    String title = "{\"title\":\"" + n + "\",";
    return List.of(
        schema(title + "\"description\":\"not UTF-8\"}"),
        schema(title + "\"description\":\"" + "x".repeat(1 << 20) + "\"}"),
        schema(title + "\"description\":\"" + "x".repeat(Candidates.SCHEMA_BYTES_MAX) + "\"}"),
        schema("{\"not\":".repeat(1_000) + title + "\"type\":\"string\"}" + "}".repeat(1_000)),
        schema(title + "\"allOf\":[" + "{\"$ref\":\"#\"},".repeat(10_000) + "{}]}"),
        schema(title + "\"allOf\":[" + "{\"$ref\":\"#/$defs/a\"},".repeat(1_500) + "{}]}"),
        schema(title + "\"$ref\":\"waybill:shop.n" + n + "/1\"}"),
        schema(title + "\"type\":\"string\",\"type\":\"integer\"}"),
        schema(title + "\"maximum\":1e999}"),
        schema(title + "\"$ref\":\"#/nowhere\"}"),
        schema(title + "\"$ref\":\"file:///etc/passwd\"}"),
        schema(title + "\"pattern\":\"^(a+)+" + n + "$\"}"),
        schema(title + "\"pattern\":\"(" + n + "\"}"),
        schema(title + "\"type\":\"strin\"}"),
        schema(title + "\"not\":{\"$ref\":\"https://example.com/" + n + "\"}}"),
        schema(title + "\"type\":\"integer\",\"minimum\":" + n + "}"),
        "{\"schema\":{\"const\":" + n + "},\"bridge\":{\"up\":\"" + n + "\",\"down\":\"7\"}}",
        "{\"schema\":{\"const\":" + n + "},\"bridge\":{\"up\":\"(\",\"down\":\"" + n + "\"}}");
  }

  /** What is in use when nothing more can be collected. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int tries = 0; tries < 5; tries++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
