package waybill.kit.aws;

import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import waybill.contracts.Catalog;
import waybill.kit.Env;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.blob.Blobs;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Pause;
import waybill.kit.commit.Tally;
import waybill.kit.log.Log;
import waybill.kit.outbox.Queue;

/** A service on AWS, or on anything with its API: nothing but the environment decides which. */
public final class Aws {
  private final Env env;

  /** Made when the first queue is asked for: most apis have none, and start faster without. */
  private @Nullable SqsClient sqs;

  private @Nullable DynamoDbClient dynamo;

  public Aws(Env env) {
    this.env = env;
  }

  public Service service() {
    return new Service(
        env.service(),
        new DynamoDbTable(dynamoDb(), env.table(), Pause.jittered()),
        blobs(),
        Catalog.builtIn(),
        clock(),
        Ids.random(),
        Pause.jittered(),
        log());
  }

  public Clock clock() {
    return Clock.systemUTC();
  }

  public Log log() {
    return Log.to(System.out, clock(), Log.Level.valueOf(env.logLevel()))
        .under(env.metrics())
        .with("service", env.service());
  }

  private Blobs blobs() {
    AwsCredentialsProvider credentials = credentials();
    return new S3Blobs(
        Bucket.of(env.get("BLOBS"), env.region(), env.find("AWS_ENDPOINT_URL_S3")),
        new S3Calls(credentials, env.region(), Pause.jittered()));
  }

  /** Counts many things at once in the service's table. */
  public Counters counters() {
    return new DynamoDbCounters(dynamoDb(), env.table());
  }

  /** Counts in the service's table. */
  public Tally tally() {
    return new DynamoDbTally(dynamoDb(), env.table());
  }

  /** The queue whose URL the environment keeps under this name. */
  public Queue queue(String variable) {
    return queueAt(env.get(variable));
  }

  public SqsQueue queueAt(String url) {
    return new SqsQueue(sqs(), url);
  }

  SqsClient sqs() {
    if (sqs == null) sqs = wired(SqsClient.builder(), "AWS_ENDPOINT_URL_SQS").build();
    return sqs;
  }

  private DynamoDbClient dynamoDb() {
    if (dynamo == null)
      dynamo = wired(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB").build();
    return dynamo;
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B wired(
      B builder, String endpoint) {
    builder
        .region(Region.of(env.region()))
        .credentialsProvider(credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder());
    env.find(endpoint).ifPresent(url -> builder.endpointOverride(URI.create(url)));
    return builder;
  }

  /** For calls of a service that has no client here. */
  public Signing signing(String service) {
    return new Signing(credentials(), env.region(), service);
  }

  /** SnapStart has no keys in the environment: there they come from the container's provider. */
  private AwsCredentialsProvider credentials() {
    if (env.find("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent())
      return ContainerCredentialsProvider.create();
    String id = env.get("AWS_ACCESS_KEY_ID");
    String secret = env.get("AWS_SECRET_ACCESS_KEY");
    return StaticCredentialsProvider.create(
        env.find("AWS_SESSION_TOKEN")
            .map(
                token ->
                    (software.amazon.awssdk.auth.credentials.AwsCredentials)
                        AwsSessionCredentials.create(id, secret, token))
            .orElseGet(() -> AwsBasicCredentials.create(id, secret)));
  }
}
