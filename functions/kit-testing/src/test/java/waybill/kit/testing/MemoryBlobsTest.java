package waybill.kit.testing;

import waybill.kit.blob.Blobs;

class MemoryBlobsTest implements BlobsContract {
  @Override
  public Blobs blobs() {
    return new MemoryBlobs();
  }
}
