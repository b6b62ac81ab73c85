package waybill.kit.blob;

import waybill.contracts.Message;

/** A long document on its way to where it is kept, and the message that travels without it. */
public final class Luggage {
  private final Message claim;
  private final Blobs blobs;
  private final BlobName name;
  private final byte[] bytes;

  Luggage(Message claim, Blobs blobs, BlobName name, byte[] bytes) {
    this.claim = claim;
    this.blobs = blobs;
    this.name = name;
    this.bytes = bytes;
  }

  /** What is said instead. */
  public Message claim() {
    return claim;
  }

  public int size() {
    return bytes.length;
  }

  public void store() {
    blobs.put(name, bytes);
  }
}
