package waybill.kit.aws;

import java.net.URI;
import java.util.Optional;
import waybill.kit.blob.BlobName;

/** Where a bucket is found: by its host name, or by its path where somebody stands in for S3. */
record Bucket(URI root) {

  static Bucket of(String name, String region, Optional<String> endpoint) {
    return new Bucket(
        URI.create(
            endpoint
                .map(url -> url + "/" + name)
                .orElse("https://" + name + ".s3." + region + ".amazonaws.com")));
  }

  /** What a name is made of stands in a URI as it is. */
  URI object(BlobName name) {
    return URI.create(root + "/" + name.path());
  }
}
