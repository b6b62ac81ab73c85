package waybill.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What the validator found, in our words and at the place that the reader has to change. */
final class Violations {
  private static final int SHOWN_MAX = 50;

  /** Of which some may say the same. */
  private static final int PLACES_MAX = 500;

  /** A document could make every pointer as long as itself; then an ancestor is named. */
  private static final int POINTER_CHARS_MAX = 1000;

  /** Keywords that speak about an object but mean one of its properties. */
  private static final Set<String> ABOUT_A_PROPERTY =
      Set.of(
          "required",
          "dependentRequired",
          "additionalProperties",
          "unevaluatedProperties",
          "propertyNames");

  /** What is put into words last: a list of thousands of values is long. */
  private record Place(String pointer, String rule, Error error) {
    Violation violation() {
      return new Violation(pointer, rule, Wording.of(error));
    }
  }

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::pointer).thenComparing(Place::rule);

  private Violations() {}

  static List<Violation> of(List<Error> errors) {
    return errors.stream()
        .map(error -> new Place(pointer(error), error.getKeyword(), error))
        .sorted(ORDER)
        .limit(PLACES_MAX)
        .map(Place::violation)
        .distinct()
        .limit(SHOWN_MAX)
        .toList();
  }

  private static String pointer(Error error) {
    NodePath path = error.getInstanceLocation();
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (!append(pointer, path.getName(i))) {
        return pointer.toString();
      }
    }
    if (ABOUT_A_PROPERTY.contains(error.getKeyword())) {
      append(pointer, property(error));
    }
    return pointer.toString();
  }

  private static String property(Error error) {
    // Of dependentRequired the validator names the property that is there as the error's own.
    boolean dependent = error.getKeyword().equals("dependentRequired");
    return String.valueOf(dependent ? error.getArguments()[0] : error.getProperty());
  }

  private static boolean append(StringBuilder pointer, String name) {
    String token = name.replace("~", "~0").replace("/", "~1");
    boolean fits = pointer.length() + token.length() < POINTER_CHARS_MAX;
    if (fits) {
      pointer.append('/').append(token);
    }
    return fits;
  }
}
