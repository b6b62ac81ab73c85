package waybill.local.aws;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.AwsCall.Service;
import waybill.local.s3.Xml;
import waybill.local.template.Ground;

/** The gate's own answers, in the words and shapes of AWS. */
record Refusal(int status, String type, String message, @Nullable String queryError, boolean xml) {

  static Refusal denied(AwsCall call, AccessKey key, Need need) {
    var message =
        "User: arn:aws:sts::%s:assumed-role/%s/%s is not authorized to perform: %s on resource: %s because no identity-based policy allows the %s action"
            .formatted(
                Ground.ACCOUNT,
                key.function().role().name(),
                key.function().name(),
                need.action(),
                need.resource(),
                need.action());
    if (call.service() == Service.BUCKETS)
      return new Refusal(403, "AccessDenied", message, null, true);
    var queues = call.service() == Service.QUEUES;
    return new Refusal(
        queues ? 403 : 400,
        "AccessDeniedException",
        message,
        queues ? "AccessDenied;Sender" : null,
        false);
  }

  static Refusal unknownKey(AwsCall call) {
    if (call.service() == Service.BUCKETS)
      return new Refusal(
          403, "InvalidAccessKeyId", "The access key does not exist in our records.", null, true);
    return new Refusal(
        call.service() == Service.QUEUES ? 403 : 400,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
        null,
        false);
  }

  static Refusal unknownOperation() {
    return new Refusal(
        400, "UnknownOperationException", "This machine has no such operation", null, false);
  }

  static Refusal tooLarge() {
    return new Refusal(
        413, "RequestEntityTooLargeException", "The request is too large", null, false);
  }

  static Refusal unreachable(String what) {
    return new Refusal(503, "ServiceUnavailableException", what, null, false);
  }

  String contentType() {
    return xml ? "application/xml" : "application/x-amz-json-1.0";
  }

  byte[] body() {
    if (xml) return Xml.error(type, message).getBytes(StandardCharsets.UTF_8);
    var escaped = message.replace("\\", "\\\\").replace("\"", "\\\"");
    return "{\"__type\":\"com.amazon.coral.service#%s\",\"message\":\"%s\"}"
        .formatted(type, escaped)
        .getBytes(StandardCharsets.UTF_8);
  }
}
