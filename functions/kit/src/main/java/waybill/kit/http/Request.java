package waybill.kit.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/**
 * A request as a handler sees it: its document typed and checked, its caller known.
 *
 * @param headers with names in lower case; {@code x-correlation-id} is the one that the answer
 *     bears, whoever drew it, and {@code traceparent} is there only in its form
 */
public record Request<T>(
    T body, Map<String, String> path, Caller caller, Map<String, String> headers, Arrival arrival) {

  public Request(T body, Map<String, String> path, Caller caller) {
    this(body, path, caller, Map.of());
  }

  public Request(T body, Map<String, String> path, Caller caller, Map<String, String> headers) {
    this(body, path, caller, headers, Arrival.UNKNOWN);
  }

  /** Empty where there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** What stands in the path under this name; the template's route declares it. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) throw new IllegalStateException("the route has no {" + name + "}");
    return value;
  }

  public static int pageSize(@Nullable Integer limit) {
    return limit == null ? Limits.PAGE_ITEMS_DEFAULT : limit;
  }
}
