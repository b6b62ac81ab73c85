package waybill.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns resources into what this machine runs. */
final class Interpreter {
  private final Map<String, Resource> resources;
  private final Known known;

  Interpreter(Map<String, Resource> resources, Known known) {
    this.resources = resources;
    this.known = known;
  }

  Stack stack() {
    var queues = all("AWS::SQS::Queue", Interpreter::queue);
    var tables = all("AWS::DynamoDB::Table", Tables::table);
    var routes = new ArrayList<Api.Route>();
    var buckets = all("AWS::S3::Bucket", resource -> resource.names().ref());
    var functions = new Functions(resources, new Events(resources, known, routes));
    var specs = all("AWS::Serverless::Function", functions::function);
    checkReferences(specs, queues);
    var http = http();
    var api =
        new Api(
            List.copyOf(routes),
            Cors.of(http.fields("CorsConfiguration")),
            http.fields("AccessLogSettings").maybeText("Format"));
    return new Stack(
        specs, tables, queues, buckets, secrets(), api, Pools.pool(resources.values()));
  }

  private Map<String, String> secrets() {
    return all("AWS::SecretsManager::Secret", Function.<Resource>identity()).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                secret -> secret.names().ref(),
                secret -> secret.properties().text("SecretString")));
  }

  private <T> List<T> all(String type, Function<Resource, T> meaning) {
    return resources.values().stream()
        .filter(resource -> resource.type().equals(type))
        .map(meaning)
        .toList();
  }

  private static Queue queue(Resource resource) {
    var names = resource.names();
    return new Queue(
        resource.id(),
        names.attributes().getOrDefault("QueueName", ""),
        names.ref(),
        names.attributes().getOrDefault("Arn", ""),
        QueueAttributes.of(resource.properties(), names));
  }

  /** A trigger on a queue that the template does not make would wait for ever. */
  private void checkReferences(List<FunctionSpec> functions, List<Queue> queues) {
    var arns = queues.stream().map(Queue::arn).toList();
    for (var function : functions) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Trigger.OfQueue queue && !arns.contains(queue.queueArn())) {
          throw new TemplateException(
              function.id()
                  + ".Events."
                  + trigger.id()
                  + " listens to "
                  + queue.queueArn()
                  + ", which is not a queue of the template");
        }
      }
    }
  }

  private Fields http() {
    var apis = all("AWS::Serverless::HttpApi", Resource::properties);
    return apis.isEmpty() ? Fields.of("", null) : apis.get(0);
  }
}
