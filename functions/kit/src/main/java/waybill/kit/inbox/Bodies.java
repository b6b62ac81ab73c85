package waybill.kit.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import waybill.contracts.Carried;

/** The bodies of a batch: looked at together before it begins, and parsed once. */
public final class Bodies {
  private final Map<String, Carried> opened = new HashMap<>();

  /**
   * @return what can be read; the rest is found out in its turn
   */
  public List<Carried> open(List<String> bodies) {
    opened.clear();
    for (String body : bodies)
      try {
        opened.put(body, Carried.parse(body));
      } catch (IllegalArgumentException e) {
        opened.remove(body);
      }
    return List.copyOf(opened.values());
  }

  /**
   * @throws IllegalArgumentException if it is neither a message nor control
   */
  public Carried of(String body) {
    Carried carried = opened.get(body);
    return carried == null ? Carried.parse(body) : carried;
  }
}
