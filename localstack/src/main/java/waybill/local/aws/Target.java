package waybill.local.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import waybill.local.StartException;
import waybill.local.s3.S3Server;

/**
 * Somebody else's emulator. It is asked what it has before anything is made there: without tables,
 * streams or queues nothing runs, and where it has no buckets, this machine has its own.
 */
public final class Target implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  /** An emulator may start a service only when it is asked for it. */
  private static final Duration TO_ANSWER = Duration.ofSeconds(40);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();
  private final URI uri;
  private final @Nullable S3Server own;

  private Target(URI uri, @Nullable Path data) throws IOException {
    this.uri = URI.create(uri.getScheme() + "://" + uri.getAuthority());
    has("DynamoDB", "dynamodb", "DynamoDB_20120810.ListTables", "{}");
    has("SQS", "sqs", "AmazonSQS.ListQueues", "{}");
    this.own = hasBuckets() ? null : S3Server.in(data);
  }

  public static Target open(URI uri, @Nullable Path data) throws IOException {
    return new Target(uri, data);
  }

  public Backend backend() {
    return new Backend(uri, uri, own == null ? uri : own.uri());
  }

  /** Asked when there are some: LocalStack lists none without the name of a table. */
  public void reads(Streams streams) {
    streams.arns().values().stream()
        .findFirst()
        .map("{\"StreamArn\":\"%s\"}"::formatted)
        .ifPresent(
            stream ->
                has(
                    "DynamoDB Streams",
                    "dynamodb",
                    "DynamoDBStreams_20120810.DescribeStream",
                    stream));
  }

  private void has(String service, String name, String operation, String parameters) {
    var request =
        request(name)
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", operation)
            .POST(BodyPublishers.ofString(parameters));
    var answer = send(request);
    if (answer.statusCode() != 200 || !isObject(answer.body()))
      throw new StartException(
          "%s has no %s: it answers %s with status %d"
              .formatted(uri, service, operation, answer.statusCode()));
  }

  private boolean hasBuckets() {
    var answer = send(request("s3"));
    return answer.statusCode() == 200 && answer.body().contains("ListAllMyBucketsResult");
  }

  private HttpRequest.Builder request(String service) {
    return HttpRequest.newBuilder(uri.resolve("/"))
        .timeout(TO_ANSWER)
        .header("authorization", AccessKey.authorization("admin", service));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new StartException("no emulator answers at " + uri);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while asking " + uri);
    }
  }

  private static boolean isObject(String text) {
    try {
      return JSON.readTree(text).isObject();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    if (own != null) own.close();
  }
}
