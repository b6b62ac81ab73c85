package waybill.users;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.kit.Env;
import waybill.kit.pool.Proof;

/** Looked up in the Secrets Manager when it is needed first, and kept as long as the process. */
final class KeptSecret implements Supplier<Optional<String>> {
  private final JsonCall call;
  private final String arn;
  private @Nullable String known;

  KeptSecret(JsonCall call, String arn) {
    this.call = call;
    this.arn = arn;
  }

  static KeptSecret of(Env env) {
    String url =
        env.find("AWS_ENDPOINT_URL_SECRETS_MANAGER")
            .orElseGet(() -> "https://secretsmanager." + env.region() + ".amazonaws.com");
    return new KeptSecret(
        new JsonCall(url, "secretsmanager", Proof.of(env, "secretsmanager")),
        env.get("USER_POOL_CLIENT_SECRET"));
  }

  @Override
  public synchronized Optional<String> get() {
    if (known == null)
      known =
          call.of("GetSecretValue", Json.object().put("SecretId", arn))
              .body()
              .path("SecretString")
              .asText(null);
    return Optional.ofNullable(known);
  }
}
