package waybill.local.function;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import waybill.local.aws.AccessKey;
import waybill.local.aws.AccessKeys;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Ground;

/** All functions of the stack. */
public final class Functions {
  private final Map<String, FunctionPool> pools;
  private final Complaints complaints;

  private Functions(Map<String, FunctionPool> pools, Complaints complaints) {
    this.pools = pools;
    this.complaints = complaints;
  }

  public static Functions of(
      Code code,
      List<FunctionSpec> specs,
      URI endpoint,
      AccessKeys keys,
      Recycling recycling,
      ExecutorService executor,
      Complaints complaints) {
    var pools = new HashMap<String, FunctionPool>();
    for (var spec : specs) {
      pools.put(
          spec.id(),
          new FunctionPool(
              spec,
              code.handler(spec),
              key -> environment(spec, key, endpoint),
              keys,
              recycling,
              executor));
    }
    return new Functions(pools, complaints);
  }

  private static Map<String, String> environment(
      FunctionSpec function, AccessKey key, URI endpoint) {
    var environment = new HashMap<>(function.environment());
    environment.put("AWS_REGION", Ground.REGION);
    environment.put("AWS_ACCESS_KEY_ID", key.id());
    environment.put("AWS_SECRET_ACCESS_KEY", key.secret());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString());
    environment.put("AWS_ENDPOINT_URL_SQS", endpoint.toString());
    environment.put("AWS_ENDPOINT_URL_S3", endpoint.toString());
    environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", endpoint.toString());
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint.toString());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    return Map.copyOf(environment);
  }

  /** Invokes the function that has this id in the template and waits for what comes of it. */
  public Outcome invoke(String id, byte[] event) throws InterruptedException {
    var pool = pools.get(id);
    if (pool == null) throw new IllegalArgumentException("no function " + id);
    var outcome = pool.invoke(event);
    if (outcome instanceof Outcome.Failed failed) complaints.say(id + ": " + failed.message());
    return outcome;
  }
}
