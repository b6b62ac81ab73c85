package waybill.local.aws;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.AwsCall.Service;
import waybill.local.template.Ground;

/** The gate's own answers, in the words and shapes of AWS. */
record Refusal(int status, String type, String message, @Nullable String queryError) {

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
    var queues = call.service() == Service.QUEUES;
    return new Refusal(
        queues ? 403 : 400,
        "AccessDeniedException",
        message,
        queues ? "AccessDenied;Sender" : null);
  }

  static Refusal unknownKey(AwsCall call) {
    return new Refusal(
        call.service() == Service.QUEUES ? 403 : 400,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
        null);
  }

  static Refusal unknownOperation() {
    return new Refusal(
        400, "UnknownOperationException", "This machine has no such operation", null);
  }

  static Refusal tooLarge() {
    return new Refusal(413, "RequestEntityTooLargeException", "The request is too large", null);
  }

  static Refusal unreachable(String what) {
    return new Refusal(503, "ServiceUnavailableException", what, null);
  }

  byte[] body() {
    var escaped = message.replace("\\", "\\\\").replace("\"", "\\\"");
    return "{\"__type\":\"com.amazon.coral.service#%s\",\"message\":\"%s\"}"
        .formatted(type, escaped)
        .getBytes(StandardCharsets.UTF_8);
  }
}
