package waybill.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The wire protocol of DynamoDB Streams and SQS without the SDK: triggers hand records on as they
 * come, and their waiting calls can be interrupted.
 */
public final class AwsJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  private final HttpClient http;
  private final URI endpoint;
  private final String key;

  public AwsJson(HttpClient http, URI endpoint, AccessKey key) {
    this.http = http;
    this.endpoint = endpoint;
    this.key = key.id();
  }

  /** A refusal of the service, in its own words. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String type, String message) {
      super(type + ": " + message);
    }
  }

  public static ObjectNode parameters() {
    return JSON.createObjectNode();
  }

  public JsonNode streams(String operation, ObjectNode parameters)
      throws IOException, InterruptedException {
    return send("dynamodb", "DynamoDBStreams_20120810." + operation, parameters);
  }

  public JsonNode sqs(String operation, ObjectNode parameters)
      throws IOException, InterruptedException {
    return send("sqs", "AmazonSQS." + operation, parameters);
  }

  private JsonNode send(String service, String target, ObjectNode parameters)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", target)
            .header("authorization", AccessKey.authorization(key, service))
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(parameters)))
            .build();
    var response = http.send(request, BodyHandlers.ofByteArray());
    var body = JSON.readTree(response.body());
    if (response.statusCode() == 200) return body;
    var type = body.path("__type").asText("status " + response.statusCode());
    var message = body.path("message").asText(body.path("Message").asText());
    throw new Refused(type.substring(type.indexOf('#') + 1), message);
  }
}
