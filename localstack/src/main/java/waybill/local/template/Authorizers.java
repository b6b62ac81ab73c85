package waybill.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the authorizers of an API. */
final class Authorizers {
  private static final int KEPT_SECONDS = 0;

  private final Map<String, Resource> resources;
  private final Known known;

  Authorizers(Map<String, Resource> resources, Known known) {
    this.resources = resources;
    this.known = known;
  }

  Api.Authorizer named(String name, Fields event, Fields authorizers) {
    if (!authorizers.has(name)) {
      throw new TemplateException(event.path() + ": there is no authorizer " + name);
    }
    var authorizer = authorizers.fields(name);
    var kind = authorizer.has("FunctionArn") ? "Lambda" : "Jwt";
    known.check("Authorizers", kind, authorizer.path(), authorizer.map());
    return kind.equals("Lambda") ? lambda(name, authorizer) : jwt(name, authorizer);
  }

  private static Api.Jwt jwt(String name, Fields authorizer) {
    var configuration = authorizer.fields("JwtConfiguration");
    return new Api.Jwt(name, configuration.text("issuer"), configuration.texts("audience"));
  }

  private Api.Lambda lambda(String name, Fields authorizer) {
    if (!authorizer.flag("EnableFunctionDefaultPermissions")) {
      throw new TemplateException(
          authorizer.path() + ": the API may not call it without EnableFunctionDefaultPermissions");
    }
    var identity = authorizer.fields("Identity");
    var sources = new ArrayList<String>();
    for (var header : identity.texts("Headers")) sources.add("$request.header." + header);
    for (var value : identity.texts("Context")) sources.add("$context." + value);
    return new Api.Lambda(
        name,
        function(authorizer),
        List.copyOf(sources),
        Duration.ofSeconds(identity.number("ReauthorizeEvery", KEPT_SECONDS)));
  }

  /** It is named by its alias, since only a published version starts from a snapshot. */
  private String function(Fields authorizer) {
    var arn = authorizer.text("FunctionArn");
    return resources.values().stream()
        .filter(resource -> resource.type().equals("AWS::Serverless::Function"))
        .filter(
            function ->
                arn.equals(function.names().attribute("Arn"))
                    || arn.equals(function.names().attribute("Alias")))
        .map(Resource::id)
        .findFirst()
        .orElseThrow(
            () ->
                new TemplateException(
                    authorizer.at("FunctionArn")
                        + " is "
                        + arn
                        + ", not a function of the template"));
  }
}
