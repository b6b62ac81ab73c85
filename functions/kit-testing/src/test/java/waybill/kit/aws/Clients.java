package waybill.kit.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** SDK clients as {@link Aws} makes them. */
final class Clients {

  static DynamoDbClient dynamoDb() {
    return dynamoDb(UrlConnectionHttpClient.create());
  }

  static DynamoDbClient dynamoDb(SdkHttpClient http) {
    return DynamoDbClient.builder()
        .region(Region.EU_CENTRAL_1)
        .endpointOverride(Emulators.DYNAMODB)
        .httpClient(http)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
        .build();
  }

  private Clients() {}
}
