package waybill.local.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import waybill.local.template.FunctionSpec;

/** Every access key that this machine has given out. */
public final class AccessKeys {
  private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  /** A key for one instance; {@code onKill} runs when a fault says that the instance died. */
  public AccessKey forInstance(FunctionSpec function, Runnable onKill) {
    return issue(function, false, onKill);
  }

  public AccessKey forPoller(FunctionSpec function) {
    return issue(function, true, () -> {});
  }

  private AccessKey issue(FunctionSpec function, boolean poller, Runnable onKill) {
    var id = "LOCAL%011d".formatted(count.incrementAndGet());
    var key = new AccessKey(id, "local-secret-of-" + id, function, poller, onKill);
    keys.put(id, key);
    return key;
  }

  @Nullable AccessKey find(String id) {
    return keys.get(id);
  }
}
