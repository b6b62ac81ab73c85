package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Blobs;

/** What a keeper of long documents promises. */
public interface BlobsContract {

  /** Where nothing was put yet. */
  Blobs blobs();

  @Test
  default void whatWasPut_isThere() {
    Blobs blobs = blobs();
    byte[] bytes = bytes("{\"ä\":\"<&>\"}");
    BlobName name = name("u1", 1, bytes);
    blobs.put(name, bytes);

    assertThat(blobs.get(name)).hasValueSatisfying(got -> assertThat(got).isEqualTo(bytes));
  }

  @Test
  default void aMegabyte_isKeptToTheByte() {
    Blobs blobs = blobs();
    byte[] bytes = bytes("0123456789abcdef".repeat(1 << 16));
    BlobName name = name("u1", 1, bytes);
    blobs.put(name, bytes);

    assertThat(blobs.get(name)).hasValueSatisfying(got -> assertThat(got).isEqualTo(bytes));
  }

  @Test
  default void whatWasNotPut_isNotThere() {
    assertThat(blobs().get(name("u1", 1, bytes("other")))).isEmpty();
  }

  @Test
  default void whatIsPutTwice_isThereOnce() {
    Blobs blobs = blobs();
    BlobName name = name("u1", 1, bytes("a"));
    blobs.put(name, bytes("a"));
    blobs.put(name, bytes("a"));

    assertThat(blobs.list("", null).names()).containsExactly(name);
  }

  @Test
  default void whatWasDeleted_isGone_andMayBeDeletedAgain() {
    Blobs blobs = blobs();
    BlobName name = name("u1", 1, bytes("a"));
    blobs.put(name, bytes("a"));
    blobs.delete(name);
    blobs.delete(name);

    assertThat(blobs.get(name)).isEmpty();
    assertThat(blobs.list("", null).names()).isEmpty();
  }

  @Test
  default void aKey_isListedWithoutThoseThatBeginAlike() {
    Blobs blobs = blobs();
    List<BlobName> about = List.of(name("u1", 1, bytes("a")), name("u1", 2, bytes("b")));
    for (BlobName name : about) blobs.put(name, bytes("x"));
    blobs.put(name("u11", 1, bytes("c")), bytes("c"));
    blobs.put(name("u1.", 1, bytes("d")), bytes("d"));

    assertThat(blobs.list(BlobName.about("users", "u1"), null).names())
        .containsExactlyElementsOf(about);
  }

  @Test
  default void aKeyOfDots_isAKeyLikeOthers() {
    Blobs blobs = blobs();
    BlobName name = name("..", 1, bytes("a"));
    blobs.put(name, bytes("a"));

    assertThat(blobs.get(name)).hasValueSatisfying(got -> assertThat(got).isEqualTo(bytes("a")));
    assertThat(blobs.list("users/", null).names()).containsExactly(name);
  }

  @Test
  default void aLongList_comesInParts() {
    Blobs blobs = blobs();
    for (int sequence = 1; sequence <= 1_001; sequence++)
      blobs.put(name("u1", sequence, bytes("a")), bytes("a"));
    List<BlobName> all = new ArrayList<>();
    Blobs.Names page = blobs.list("users/", null);
    all.addAll(page.names());
    String cursor = page.cursor();
    assertThat(cursor).isNotNull();
    all.addAll(blobs.list("users/", cursor).names());

    assertThat(all).hasSize(1_001).doesNotHaveDuplicates();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BlobName name(String key, int sequence, byte[] bytes) {
    return BlobName.of(new MessageId("users", key, sequence), bytes);
  }
}
