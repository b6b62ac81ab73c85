package waybill.kit.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import waybill.contracts.Contract;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;

/** A service's api as Lambda calls it. A subclass only says which routes there are. */
public abstract class HttpFunction implements RequestStreamHandler {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  private final Clock clock;
  private final Routes routes;
  private final Edge edge;

  protected HttpFunction(Map<String, String> env, Function<Service, Routes> api) {
    this(env, (service, aws) -> api.apply(service));
  }

  /** For an api that has more than its table. */
  protected HttpFunction(Map<String, String> env, BiFunction<Service, Aws, Routes> api) {
    this(env, deployed -> deployed, api);
  }

  /**
   * @param known the service as it knows more than was deployed
   */
  protected HttpFunction(
      Map<String, String> env, UnaryOperator<Service> known, BiFunction<Service, Aws, Routes> api) {
    Aws aws = new Aws(new Env(env));
    Service service = known.apply(aws.service());
    this.clock = service.clock();
    this.routes = api.apply(service, aws);
    Priming.of(service, routes, new Env(env));
    this.edge = new Edge(service, routes);
  }

  /** The repository's tests compare them with those of template.yaml. */
  public final Set<String> routes() {
    return routes.keys();
  }

  /**
   * As {@code POST /users users.register-user/1 users.user/1}: what each takes, if it does, and
   * gives.
   */
  public final Set<String> documents() {
    return routes.all().stream().map(HttpFunction::documents).collect(Collectors.toSet());
  }

  /** Those whose requests may be repeated under an {@code Idempotency-Key}. */
  public final Set<String> remembers() {
    return routes.all().stream()
        .filter(Route::remembers)
        .map(Route::key)
        .collect(Collectors.toSet());
  }

  private static String documents(Route<?, ?> route) {
    Contract<?> takes = route.documents();
    return route.key() + (takes == null ? "" : " " + takes) + " " + route.gives();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Instant until = clock.instant().plusMillis(context.getRemainingTimeInMillis());
    out.write(edge.handle(HttpRequest.of(EVENTS.readTree(in), until)).toEvent());
  }
}
