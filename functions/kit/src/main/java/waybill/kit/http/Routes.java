package waybill.kit.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The endpoints of one service. */
public final class Routes {
  private final Map<String, Route<?, ?>> byKey;

  private Routes(Map<String, Route<?, ?>> byKey) {
    this.byKey = byKey;
  }

  public static Routes of(Route<?, ?>... routes) {
    return of(List.of(routes));
  }

  private static Routes of(Collection<Route<?, ?>> routes) {
    Map<String, Route<?, ?>> byKey = new LinkedHashMap<>();
    for (Route<?, ?> route : routes)
      if (byKey.put(route.key(), route) != null)
        throw new IllegalArgumentException("two handlers for " + route.key());
    return new Routes(byKey);
  }

  /** For a service with more to answer than fits one class. */
  public Routes and(Routes others) {
    List<Route<?, ?>> both = new ArrayList<>(all());
    both.addAll(others.all());
    return of(both);
  }

  /** As template.yaml must name them. */
  public Set<String> keys() {
    return byKey.keySet();
  }

  Collection<Route<?, ?>> all() {
    return byKey.values();
  }

  Optional<Route<?, ?>> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
