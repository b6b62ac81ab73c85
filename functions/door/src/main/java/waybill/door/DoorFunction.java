package waybill.door;

import java.net.URI;
import java.util.Map;
import waybill.contracts.Catalog;
import waybill.kit.door.AuthorizerFunction;

/** Named by template.yaml. */
public final class DoorFunction extends AuthorizerFunction {

  public DoorFunction() {
    this(System.getenv());
  }

  public DoorFunction(Map<String, String> env) {
    super(
        env,
        (variables, clock, log) -> {
          String issuer = variables.get("ISSUER");
          Published published = new Download(URI.create(issuer + "/.well-known/jwks.json"));
          Keys keys = new Keys(published, clock, log);
          return new Door(
              new Tokens(issuer, keys, clock), Scopes.of(Catalog.builtIn().services()), log);
        });
  }
}
