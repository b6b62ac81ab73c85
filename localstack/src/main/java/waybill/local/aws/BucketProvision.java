package waybill.local.aws;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import waybill.local.template.Ground;

/** Makes the buckets of a template; one that is there stays as it is. */
public final class BucketProvision {
  private static final String HERE =
      "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint></CreateBucketConfiguration>"
          .formatted(Ground.REGION);

  private BucketProvision() {}

  public static void create(URI s3, List<String> buckets) throws IOException {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (var bucket : buckets) createOne(http, s3, bucket);
  }

  private static void createOne(HttpClient http, URI s3, String bucket) throws IOException {
    var request =
        HttpRequest.newBuilder(s3.resolve("/" + bucket))
            .timeout(Duration.ofSeconds(40))
            .header("authorization", AccessKey.authorization("admin", "s3"))
            .PUT(BodyPublishers.ofString(HERE))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200 && answer.statusCode() != HttpURLConnection.HTTP_CONFLICT)
        throw new IOException("the bucket %s is not made: %s".formatted(bucket, answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making buckets", e);
    }
  }
}
