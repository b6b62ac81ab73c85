package waybill.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import waybill.local.template.Ground;

/** Says which rights a call needs: one for each resource that it touches, as AWS has them. */
final class Needs {
  private static final Map<String, String> TRANSACTION_ACTIONS =
      Map.of(
          "Put", "dynamodb:PutItem",
          "Update", "dynamodb:UpdateItem",
          "Delete", "dynamodb:DeleteItem",
          "ConditionCheck", "dynamodb:ConditionCheckItem",
          "Get", "dynamodb:GetItem");
  private static final Map<String, String> BATCH_ACTIONS =
      Map.of(
          "SendMessageBatch", "sqs:SendMessage",
          "DeleteMessageBatch", "sqs:DeleteMessage",
          "ChangeMessageVisibilityBatch", "sqs:ChangeMessageVisibility");

  private static final Pattern STATEMENT =
      Pattern.compile(
          "^(INSERT(?= INTO )|UPDATE|DELETE(?= FROM )|SELECT(?= .* FROM ))[^\"]*+\"([^\"]+)\"(?:\\.\"([^\"]+)\")?");

  private Needs() {}

  static List<Need> of(AwsCall call) {
    return switch (call.service()) {
      case TABLES -> ofTables(call);
      case STREAMS -> List.of(new Need(call.action(), stream(call.parameters())));
      case BUCKETS -> List.of(ofBuckets(call));
      case PEOPLE -> List.of(new Need(call.action(), pool(call.parameters())));
      case SECRETS -> List.of(new Need(call.action(), secret(call.parameters())));
      case QUEUES ->
          List.of(
              new Need(
                  BATCH_ACTIONS.getOrDefault(call.operation(), call.action()),
                  queue(call.parameters())));
    };
  }

  /** Without this right S3 tells nobody what is not there. */
  static Need toSeeWhatIsMissing(AwsCall call) {
    return new Need("s3:ListBucket", bucket(call));
  }

  private static Need ofBuckets(AwsCall call) {
    var object = bucket(call) + "/" + call.parameters().path("Key").asText();
    return switch (call.operation()) {
      case "ListObjectsV2" -> toSeeWhatIsMissing(call);
      case "HeadObject" -> new Need("s3:GetObject", object);
      case "CreateBucket" -> new Need(call.action(), bucket(call));
      default -> new Need(call.action(), object);
    };
  }

  private static String bucket(AwsCall call) {
    return "arn:aws:s3:::" + call.parameters().path("Bucket").asText();
  }

  private static List<Need> ofTables(AwsCall call) {
    var parameters = call.parameters();
    return switch (call.operation()) {
      case "TransactWriteItems", "TransactGetItems" -> ofTransaction(parameters);
      case "BatchGetItem", "BatchWriteItem" -> ofBatch(call);
      case "BatchExecuteStatement" -> ofStatements(parameters.path("Statements"));
      case "ExecuteTransaction" -> ofStatements(parameters.path("TransactStatements"));
      case "ExecuteStatement" -> List.of(ofStatement(parameters.path("Statement").asText()));
      default -> List.of(new Need(call.action(), tableOrIndex(parameters)));
    };
  }

  private static List<Need> ofTransaction(JsonNode parameters) {
    var needs = new LinkedHashSet<Need>();
    for (var item : parameters.path("TransactItems")) {
      TRANSACTION_ACTIONS.forEach(
          (part, action) -> {
            if (item.has(part)) needs.add(new Need(action, tableOrIndex(item.path(part))));
          });
    }
    return List.copyOf(needs);
  }

  private static List<Need> ofBatch(AwsCall call) {
    var needs = new ArrayList<Need>();
    call.parameters()
        .path("RequestItems")
        .fieldNames()
        .forEachRemaining(table -> needs.add(new Need(call.action(), table(table))));
    return needs;
  }

  private static List<Need> ofStatements(JsonNode statements) {
    var needs = new LinkedHashSet<Need>();
    for (var one : statements) needs.add(ofStatement(one.path("Statement").asText()));
    return List.copyOf(needs);
  }

  /** What is not understood needs a right that nobody has. */
  private static Need ofStatement(String statement) {
    var words = STATEMENT.matcher(statement);
    if (!words.find()) return new Need("dynamodb:PartiQL", "*");
    var verb = words.group(1);
    var action = verb.charAt(0) + verb.substring(1).toLowerCase(Locale.ROOT);
    var table = table(words.group(2));
    var index = words.group(3) == null ? "" : "/index/" + words.group(3);
    return new Need("dynamodb:PartiQL" + action, table + index);
  }

  private static String tableOrIndex(JsonNode parameters) {
    var table = parameters.path("TableName").asText("");
    if (table.isEmpty()) return "*";
    var index = parameters.path("IndexName").asText("");
    return index.isEmpty() ? table(table) : table(table) + "/index/" + index;
  }

  private static String table(String nameOrArn) {
    return nameOrArn.startsWith("arn:") ? nameOrArn : Ground.arn("dynamodb", "table/" + nameOrArn);
  }

  private static String pool(JsonNode parameters) {
    return Ground.arn("cognito-idp", "userpool/" + parameters.path("UserPoolId").asText());
  }

  private static String secret(JsonNode parameters) {
    return parameters.path("SecretId").asText();
  }

  private static String stream(JsonNode parameters) {
    if (parameters.has("StreamArn")) return parameters.path("StreamArn").asText();
    if (parameters.has("ShardIterator")) {
      var iterator = parameters.path("ShardIterator").asText();
      int end = iterator.indexOf('|');
      return end < 0 ? "*" : iterator.substring(0, end);
    }
    return parameters.has("TableName")
        ? table(parameters.path("TableName").asText()) + "/stream/*"
        : "*";
  }

  private static String queue(JsonNode parameters) {
    var url = parameters.path("QueueUrl").asText("");
    var name = parameters.path("QueueName").asText(url.substring(url.lastIndexOf('/') + 1));
    return name.isEmpty() ? "*" : Ground.arn("sqs", name);
  }
}
