package waybill.kit;

import java.util.Map;
import java.util.Optional;

/** The environment that the template gives a function; what is missing is named. */
public record Env(Map<String, String> variables) {

  public Env {
    variables = Map.copyOf(variables);
  }

  public String get(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalStateException("the environment variable " + name + " is not set"));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  public String service() {
    return get("SERVICE");
  }

  public String table() {
    return get("TABLE");
  }

  public String region() {
    return get("AWS_REGION");
  }

  /** Under which name CloudWatch finds the metrics of this stack. */
  public String metrics() {
    return find("METRICS").orElse("Waybill");
  }

  public String logLevel() {
    return find("LOG_LEVEL").orElse("INFO");
  }
}
