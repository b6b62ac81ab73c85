package waybill.local.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Ref and GetAtt give for one resource: names and ARNs in the shape that AWS gives them. */
record Names(String ref, Map<String, String> attributes) {

  @Nullable String attribute(String name) {
    return attributes.get(name);
  }

  static Names of(String id, Fields resource, Resolver resolver, Ground ground) {
    var at = id + ".Properties";
    var properties = resource.fields("Properties");
    var own = new Own(id, at, properties, resolver);
    return switch (resource.text("Type")) {
      case "AWS::DynamoDB::Table" -> table(own, ground);
      case "AWS::SQS::Queue" -> queue(own, ground);
      case "AWS::S3::Bucket" -> {
        var name = own.name("BucketName", (ground.stack() + "-" + id).toLowerCase(Locale.ROOT));
        yield new Names(name, Map.of("Arn", "arn:aws:s3:::" + name));
      }
      case "AWS::Serverless::Function" -> {
        var name = own.name("FunctionName", ground.stack() + "-" + id);
        var arn = Ground.arn("lambda", "function:" + name);
        var alias = properties.maybeText("AutoPublishAlias");
        yield new Names(
            name,
            alias == null ? Map.of("Arn", arn) : Map.of("Arn", arn, "Alias", arn + ":" + alias));
      }
      case "AWS::IAM::Role" -> {
        var name = own.name("RoleName", ground.stack() + "-" + id);
        yield new Names(name, Map.of("Arn", "arn:aws:iam::" + Ground.ACCOUNT + ":role/" + name));
      }
      case "AWS::Logs::LogGroup" -> {
        var name = own.name("LogGroupName", ground.stack() + "-" + id);
        yield new Names(name, Map.of("Arn", Ground.arn("logs", "log-group:" + name + ":*")));
      }
      case "AWS::Cognito::UserPool" -> userPool(id, ground);
      case "AWS::Cognito::UserPoolGroup" -> plain(own.name("GroupName", id));
      case "AWS::Cognito::UserPoolResourceServer" -> plain(own.name("Identifier", id));
      case "AWS::Cognito::UserPoolDomain" -> plain(own.name("Domain", id));
      // A capital letter keeps a client of the template apart from every name that `token` takes.
      case "AWS::Cognito::UserPoolClient" -> client(id, properties);
      case "AWS::SecretsManager::Secret" -> {
        var name = own.name("Name", ground.stack() + "-" + id);
        var arn = Ground.arn("secretsmanager", "secret:" + name + "-local1");
        yield new Names(arn, Map.of("Id", arn));
      }
      case "AWS::Serverless::HttpApi" -> plain(id.toLowerCase(Locale.ROOT));
      default -> plain(ground.stack() + "-" + id);
    };
  }

  private static Names plain(String ref) {
    return new Names(ref, Map.of());
  }

  private static Names table(Own own, Ground ground) {
    var name = own.name("TableName", ground.stack() + "-" + own.id());
    var arn = Ground.arn("dynamodb", "table/" + name);
    var attributes = new HashMap<>(Map.of("Arn", arn));
    if (own.properties().has("StreamSpecification")) {
      attributes.put("StreamArn", arn + "/stream/" + ground.streamLabelOfTable().apply(name));
    }
    return new Names(name, attributes);
  }

  private static Names queue(Own own, Ground ground) {
    var fifo = own.properties().flag("FifoQueue") ? ".fifo" : "";
    var name = own.name("QueueName", ground.stack() + "-" + own.id() + fifo);
    var url = ground.queues() + "/" + name;
    return new Names(
        url, Map.of("Arn", Ground.arn("sqs", name), "QueueName", name, "QueueUrl", url));
  }

  private static Names client(String id, Fields properties) {
    return new Names(
        id,
        properties.flag("GenerateSecret")
            ? Map.of("ClientId", id, "ClientSecret", "local-secret-of-" + id)
            : Map.of("ClientId", id));
  }

  private static Names userPool(String id, Ground ground) {
    var pool = Ground.REGION + "_" + id;
    var provider = "cognito-idp." + Ground.REGION + ".amazonaws.com/" + pool;
    return new Names(
        pool,
        Map.of(
            "Arn",
            Ground.arn("cognito-idp", "userpool/" + pool),
            "UserPoolId",
            pool,
            "ProviderName",
            provider,
            "ProviderURL",
            ground.pools() + "/" + pool));
  }

  private record Own(String id, String at, Fields properties, Resolver resolver) {
    String name(String property, String otherwise) {
      if (!properties.has(property)) return otherwise;
      return String.valueOf(resolver.resolve(at + "." + property, properties.get(property)));
    }
  }
}
