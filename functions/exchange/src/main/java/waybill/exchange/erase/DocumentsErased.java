package waybill.exchange.erase;

import org.jspecify.annotations.Nullable;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Blobs;

/** Removes the long documents that were said about a key. */
public final class DocumentsErased implements Elsewhere {
  private final Blobs blobs;

  public DocumentsErased(Blobs blobs) {
    this.blobs = blobs;
  }

  @Override
  public void erase(String source, String key, String says) {
    eraseAll(BlobName.about(source, key));
    eraseAll(BlobName.publishedAbout(source, key));
  }

  private void eraseAll(String prefix) {
    @Nullable String cursor = null;
    do {
      Blobs.Names names = blobs.list(prefix, cursor);
      names.names().forEach(blobs::delete);
      cursor = names.cursor();
    } while (cursor != null);
  }
}
