package waybill.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what wakes functions: triggers, and routes of the API. */
final class Events {
  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9][0-9]*) (minute|minutes|hour|hours|day|days)\\)");
  private static final int QUEUE_CONCURRENCY = 10;

  private final Map<String, Resource> resources;
  private final Known known;
  private final List<Api.Route> routes;

  Events(Map<String, Resource> resources, Known known, List<Api.Route> routes) {
    this.resources = resources;
    this.known = known;
    this.routes = routes;
  }

  List<Trigger> triggers(Resource function) {
    var triggers = new ArrayList<Trigger>();
    function
        .properties()
        .fields("Events")
        .each(
            (id, event) -> {
              var type = event.text("Type");
              var properties = event.fields("Properties");
              known.check("Events", type, properties.path(), properties.map());
              if (properties.has("Enabled") && !properties.flag("Enabled")) return;
              switch (type) {
                case "HttpApi" -> routes.add(route(function.id(), properties));
                case "SQS" -> triggers.add(ofQueue(id, properties));
                case "DynamoDB" -> triggers.add(ofStream(id, properties));
                case "Cognito" -> triggers.add(new Trigger.OfSignUp(id));
                default -> triggers.add(ofTime(id, properties));
              }
            });
    return triggers;
  }

  private static Trigger ofQueue(String id, Fields event) {
    return new Trigger.OfQueue(
        id,
        event.text("Queue"),
        event.number("BatchSize", 10),
        reportsFailures(event),
        event.fields("ScalingConfig").number("MaximumConcurrency", QUEUE_CONCURRENCY),
        filters(event));
  }

  private static Trigger ofStream(String id, Fields event) {
    return new Trigger.OfStream(
        id,
        event.text("Stream"),
        event.text("StartingPosition").equals("TRIM_HORIZON"),
        event.number("BatchSize", 100),
        reportsFailures(event),
        event.flag("BisectBatchOnFunctionError"),
        event.number("MaximumRetryAttempts", -1),
        event.number("MaximumRecordAgeInSeconds", -1),
        event.fields("DestinationConfig").fields("OnFailure").maybeText("Destination"),
        filters(event));
  }

  private static Trigger ofTime(String id, Fields event) {
    var rate = RATE.matcher(event.text("Schedule"));
    if (!rate.matches()) {
      throw TemplateException.unknown(event.at("Schedule") + " = " + event.text("Schedule"));
    }
    long count = Long.parseLong(rate.group(1));
    var every =
        switch (rate.group(2).charAt(0)) {
          case 'm' -> Duration.ofMinutes(count);
          case 'h' -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return new Trigger.OfTime(id, every, event.maybeText("Input"));
  }

  private static boolean reportsFailures(Fields event) {
    return event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
  }

  private static List<String> filters(Fields event) {
    return event.fields("FilterCriteria").list("Filters").stream()
        .map(filter -> filter.text("Pattern"))
        .toList();
  }

  private Api.Route route(String function, Fields event) {
    var api = api(event);
    var auth = event.fields("Auth");
    var authorizers = api.fields("Auth").fields("Authorizers");
    var name = auth.text("Authorizer", api.fields("Auth").text("DefaultAuthorizer", "NONE"));
    var authorizer =
        name.equals("NONE")
            ? null
            : new Authorizers(resources, known).named(name, event, authorizers);
    if (authorizer instanceof Api.Lambda && auth.has("AuthorizationScopes")) {
      throw new TemplateException(
          auth.at("AuthorizationScopes") + ": only a JWT authorizer asks for scopes");
    }
    var scopes = auth.has("AuthorizationScopes") ? auth : authorizers.fields(name);
    return new Api.Route(
        function,
        event
            .text("Method", "ANY")
            .toUpperCase(Locale.ROOT)
            .replace("X-AMAZON-APIGATEWAY-ANY-METHOD", "ANY"),
        event.text("Path", "$default"),
        authorizer,
        authorizer == null ? List.of() : scopes.texts("AuthorizationScopes"));
  }

  private Fields api(Fields event) {
    var ref = event.text("ApiId");
    return resources.values().stream()
        .filter(resource -> resource.type().equals("AWS::Serverless::HttpApi"))
        .filter(resource -> resource.names().ref().equals(ref))
        .map(Resource::properties)
        .findFirst()
        .orElseThrow(
            () -> new TemplateException(event.at("ApiId") + " is not an API of the template"));
  }
}
