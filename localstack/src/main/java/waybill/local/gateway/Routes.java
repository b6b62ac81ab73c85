package waybill.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.local.template.Api.Route;

/** Finds the route of a request, the most specific first, as API Gateway does. */
final class Routes {
  private static final Comparator<Shape> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Shape::isDefault)
          .thenComparing(Shape::isGreedy)
          .thenComparing(Shape::variables)
          .thenComparing(shape -> -shape.segments().size())
          .thenComparing(shape -> shape.route().method().equals("ANY"));

  private final List<Shape> shapes;

  Routes(List<Route> routes) {
    shapes = routes.stream().map(Shape::of).sorted(MOST_SPECIFIC_FIRST).toList();
  }

  /** A route with the values of its path parameters. */
  record Match(Route route, Map<String, String> parameters) {}

  @Nullable Match find(String method, String rawPath) {
    var segments = List.of(rawPath.split("/", -1));
    for (var shape : shapes) {
      var parameters = shape.parameters(method, segments);
      if (parameters != null) return new Match(shape.route(), parameters);
    }
    return null;
  }

  private record Shape(Route route, List<String> segments) {
    static Shape of(Route route) {
      return new Shape(route, List.of(route.path().split("/", -1)));
    }

    boolean isDefault() {
      return route.path().equals("$default");
    }

    boolean isGreedy() {
      return route.path().endsWith("+}");
    }

    long variables() {
      return segments.stream().filter(segment -> segment.startsWith("{")).count();
    }

    @Nullable Map<String, String> parameters(String method, List<String> path) {
      if (isDefault()) return Map.of();
      if (!route.method().equals("ANY") && !route.method().equals(method)) return null;
      if (isGreedy() ? path.size() < segments.size() : path.size() != segments.size()) return null;
      var parameters = new LinkedHashMap<String, String>();
      for (int i = 0; i < segments.size(); i++) {
        if (!takes(i, path, parameters)) return null;
      }
      return parameters;
    }

    private boolean takes(int i, List<String> path, Map<String, String> parameters) {
      var segment = segments.get(i);
      if (!segment.startsWith("{")) return segment.equals(path.get(i));
      var greedy = segment.endsWith("+}");
      var rest = greedy ? path.subList(i, path.size()) : List.of(path.get(i));
      var value = String.join("/", decoded(rest));
      if (value.isEmpty()) return false;
      parameters.put(segment.substring(1, segment.length() - (greedy ? 2 : 1)), value);
      return true;
    }

    private static List<String> decoded(List<String> segments) {
      var decoded = new ArrayList<String>();
      for (var segment : segments) decoded.add(decode(segment.replace("+", "%2B")));
      return decoded;
    }
  }

  static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
