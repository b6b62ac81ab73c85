package waybill.kit.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/** A request as a handler sees it: its document typed and checked, its caller known. */
public record Request<T>(T body, Map<String, String> path, Caller caller) {

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
