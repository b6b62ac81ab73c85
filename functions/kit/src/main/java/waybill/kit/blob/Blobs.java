package waybill.kit.blob;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where long documents are kept. {@code BlobsContract} in the kit for tests says what it promises;
 * the fake and the adapter both keep it.
 */
public interface Blobs {

  /** Afterwards it is there for everybody; put twice is put once. */
  void put(BlobName name, byte[] bytes);

  /** Nothing if it is not there, or not for the one who asks. */
  Optional<byte[]> get(BlobName name);

  /** What is not there is gone already. */
  void delete(BlobName name);

  /** The names that begin so, in their order; {@code cursor} goes on behind an earlier part. */
  Names list(String prefix, @Nullable String cursor);

  /**
   * A part of a list.
   *
   * @param cursor where the next part begins; null at the end
   */
  record Names(List<BlobName> names, @Nullable String cursor) {}
}
