package waybill.exchange.hear;

import java.util.Set;
import java.util.TreeSet;

/**
 * The services that one client speaks for, those of the deployment not counted. A client that moves
 * is of two for a moment: what is said of one service may be heard before what is said of another.
 */
public record Bound(Set<String> services) {
  static final Bound NONE = new Bound(Set.of());

  Bound with(String service) {
    Set<String> more = new TreeSet<>(services);
    more.add(service);
    return new Bound(more);
  }

  Bound without(String service) {
    Set<String> fewer = new TreeSet<>(services);
    fewer.remove(service);
    return new Bound(fewer);
  }
}
