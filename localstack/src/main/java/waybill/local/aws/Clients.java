package waybill.local.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import waybill.local.template.Ground;

/** Clients of the AWS SDK for one caller. */
public record Clients(String accessKeyId, String secretAccessKey) {
  /** Whoever stands behind the gate may do everything. */
  public static final Clients ADMIN = new Clients("admin", "admin");

  public DynamoDbClient dynamodb(URI endpoint) {
    return built(DynamoDbClient.builder(), endpoint);
  }

  public DynamoDbStreamsClient streams(URI endpoint) {
    return built(DynamoDbStreamsClient.builder(), endpoint);
  }

  public SqsClient sqs(URI endpoint) {
    return built(SqsClient.builder(), endpoint);
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C built(
      B builder, URI endpoint) {
    var key = AwsBasicCredentials.create(accessKeyId, secretAccessKey);
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(Ground.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(key))
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(40)))
        .build();
  }
}
