package waybill.local.template;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the template's user pool, resource servers and app clients mean for tokens. */
final class Pools {
  private static final String MACHINE = "client_credentials";

  private Pools() {}

  static Pool pool(Collection<Resource> resources) {
    var people =
        clients(resources).filter(client -> !isMachine(client) && !isLogin(client)).findFirst();
    return new Pool(
        ofType(resources, "AWS::Cognito::UserPool")
            .map(pool -> pool.names().ref())
            .findFirst()
            .orElse(""),
        people.map(client -> client.names().ref()).orElse(null),
        people.map(client -> client.names().attribute("ClientSecret")).orElse(null),
        clients(resources).filter(Pools::isLogin).map(Pools::login).toList(),
        clients(resources).filter(Pools::isMachine).map(client -> client.names().ref()).toList(),
        granted(resources));
  }

  /** Any machine here may do what one of the template's machines may. */
  private static List<String> granted(Collection<Resource> resources) {
    var declared =
        ofType(resources, "AWS::Cognito::UserPoolResourceServer").flatMap(Pools::scopes).toList();
    var granted =
        clients(resources)
            .filter(Pools::isMachine)
            .flatMap(client -> client.properties().texts("AllowedOAuthScopes").stream())
            .distinct()
            .toList();
    for (var scope : granted)
      if (!declared.contains(scope))
        throw new TemplateException("no resource server of the template has the scope " + scope);
    return granted;
  }

  private static Stream<String> scopes(Resource server) {
    var properties = server.properties();
    return properties.list("Scopes").stream()
        .map(scope -> properties.text("Identifier") + "/" + scope.text("ScopeName"));
  }

  private static boolean isMachine(Resource client) {
    return client.properties().texts("AllowedOAuthFlows").contains(MACHINE);
  }

  private static boolean isLogin(Resource client) {
    return client.properties().texts("AllowedOAuthFlows").contains("code");
  }

  private static LoginClient login(Resource client) {
    var properties = client.properties();
    return new LoginClient(
        client.names().ref(),
        properties.texts("CallbackURLs"),
        properties.texts("LogoutURLs"),
        properties.texts("AllowedOAuthScopes"));
  }

  private static Stream<Resource> clients(Collection<Resource> resources) {
    return ofType(resources, "AWS::Cognito::UserPoolClient");
  }

  private static Stream<Resource> ofType(Collection<Resource> resources, String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }
}
