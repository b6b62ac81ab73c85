package waybill.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waybill.local.s3.S3Call;

/**
 * A request of the AWS SDK: which service, which operation, with which parameters, by which key.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AwsCall(
    Service service,
    String operation,
    JsonNode parameters,
    byte[] body,
    String keyId,
    String method,
    String path) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");

  enum Service {
    TABLES("DynamoDB_20120810", "dynamodb"),
    STREAMS("DynamoDBStreams_20120810", "dynamodb"),
    QUEUES("AmazonSQS", "sqs"),
    BUCKETS("", "s3"),
    PEOPLE("AWSCognitoIdentityProviderService", "cognito-idp"),
    SECRETS("secretsmanager", "secretsmanager");

    private final String target;
    private final String prefix;

    Service(String target, String prefix) {
      this.target = target;
      this.prefix = prefix;
    }
  }

  /** Whoever logs in has no key yet: these calls of Cognito are open to all. */
  boolean isOpen() {
    return service == Service.PEOPLE && !operation.startsWith("Admin");
  }

  String action() {
    return service.prefix + ":" + operation;
  }

  static @Nullable AwsCall of(
      @Nullable String target, @Nullable String authorization, byte[] body) {
    if (target == null) return null;
    int dot = target.indexOf('.');
    for (var service : Service.values()) {
      if (dot > 0 && target.substring(0, dot).equals(service.target)) {
        var operation = target.substring(dot + 1);
        return new AwsCall(
            service, operation, parse(body), body, keyId(authorization), "POST", "/");
      }
    }
    return null;
  }

  /**
   * S3 knows no target: the method and the path say what is wanted, the signature that it is S3.
   */
  static @Nullable AwsCall ofBuckets(
      String method, URI uri, @Nullable String authorization, byte[] body) {
    if (authorization == null || !authorization.contains("/s3/aws4_request")) return null;
    var call = S3Call.of(method, uri);
    var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    var parameters = JSON.createObjectNode().put("Bucket", call.bucket()).put("Key", call.key());
    return new AwsCall(
        Service.BUCKETS, call.operation(), parameters, body, keyId(authorization), method, path);
  }

  /** The same call with other parameters. */
  AwsCall with(JsonNode other) {
    var text = other.toString().getBytes(StandardCharsets.UTF_8);
    return new AwsCall(service, operation, other, text, keyId, method, path);
  }

  private static String keyId(@Nullable String authorization) {
    var matcher = CREDENTIAL.matcher(authorization == null ? "" : authorization);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static JsonNode parse(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
