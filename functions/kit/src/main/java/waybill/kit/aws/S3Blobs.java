package waybill.kit.aws;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Blobs;

/** A bucket. Of S3's operations these four are needed, and so the SDK's client for it is not. */
final class S3Blobs implements Blobs {
  private static final byte[] NOTHING = {};

  private final Bucket bucket;
  private final S3Calls calls;

  S3Blobs(Bucket bucket, S3Calls calls) {
    this.bucket = bucket;
    this.calls = calls;
  }

  @Override
  public void put(BlobName name, byte[] bytes) {
    calls.send(SdkHttpMethod.PUT, bucket.object(name), Map.of(), bytes).requireDone();
  }

  /** Without the right to list S3 does not say whether a name is there: it forbids both. */
  @Override
  public Optional<byte[]> get(BlobName name) {
    S3Answer answer = calls.send(SdkHttpMethod.GET, bucket.object(name), Map.of(), NOTHING);
    if (answer.says("NoSuchKey") || answer.says("AccessDenied")) return Optional.empty();
    return Optional.of(answer.requireDone());
  }

  @Override
  public void delete(BlobName name) {
    calls.send(SdkHttpMethod.DELETE, bucket.object(name), Map.of(), NOTHING).requireDone();
  }

  @Override
  public Names list(String prefix, @Nullable String cursor) {
    Map<String, String> query = new LinkedHashMap<>(Map.of("list-type", "2", "prefix", prefix));
    if (cursor != null) query.put("continuation-token", cursor);
    URI all = URI.create(bucket.root() + "/");
    return S3Names.of(calls.send(SdkHttpMethod.GET, all, query, NOTHING).requireDone());
  }
}
