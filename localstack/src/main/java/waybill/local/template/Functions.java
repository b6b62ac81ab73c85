package waybill.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads functions with their roles. */
final class Functions {
  private static final int TIMEOUT_SECONDS = 3;
  private static final int MEMORY_MEGABYTES = 128;
  private static final int CONCURRENCY_MAX = 100;

  private final Map<String, Resource> resources;
  private final Events events;

  Functions(Map<String, Resource> resources, Events events) {
    this.resources = resources;
    this.events = events;
  }

  FunctionSpec function(Resource resource) {
    var properties = resource.properties();
    return new FunctionSpec(
        resource.id(),
        resource.names().ref(),
        resource.names().attributes().getOrDefault("Arn", ""),
        properties.text("CodeUri"),
        properties.text("Handler"),
        Duration.ofSeconds(properties.number("Timeout", TIMEOUT_SECONDS)),
        properties.number("MemorySize", MEMORY_MEGABYTES),
        properties.number("ReservedConcurrentExecutions", CONCURRENCY_MAX),
        environment(properties.fields("Environment").fields("Variables")),
        role(properties),
        events.triggers(resource));
  }

  private static Map<String, String> environment(Fields variables) {
    var environment = new LinkedHashMap<String, String>();
    variables.map().keySet().forEach(name -> environment.put(name, variables.text(name)));
    return environment;
  }

  private Role role(Fields function) {
    var arn = function.text("Role");
    var role =
        resources.values().stream()
            .filter(resource -> resource.type().equals("AWS::IAM::Role"))
            .filter(resource -> arn.equals(resource.names().attribute("Arn")))
            .findFirst()
            .orElseThrow(
                () ->
                    new TemplateException(
                        function.at("Role") + " is " + arn + ", not a role of the template"));
    return new Role(role.names().ref(), statements(role.properties()));
  }

  private static List<Role.Statement> statements(Fields role) {
    var statements = new ArrayList<Role.Statement>();
    for (var policy : role.list("Policies")) {
      for (var statement : policy.fields("PolicyDocument").list("Statement")) {
        statements.add(
            new Role.Statement(
                statement.text("Effect").equals("Allow"),
                statement.texts("Action"),
                statement.texts("Resource")));
      }
    }
    return statements;
  }
}
