package waybill.contracts;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every typed handle that the library offers, found by the services of the catalog. */
final class Handles {
  private Handles() {}

  static List<Contract<?>> all() {
    return Catalog.builtIn().services().stream().flatMap(s -> of(s.name())).toList();
  }

  static Stream<Contract<?>> of(String owner) {
    String simple = owner.replace("-", "");
    String name = simple.substring(0, 1).toUpperCase(Locale.ROOT) + simple.substring(1);
    String folder = "waybill.contracts." + simple + ".";
    List<Contract<?>> handles =
        Stream.of(name + "Contracts", "ServiceContracts")
            .flatMap(type -> in(folder + type))
            .toList();
    if (handles.isEmpty()) throw new AssertionError("service " + owner + " has no handles");
    return handles.stream();
  }

  /** The catalog has two classes of handles: those about contracts and those about services. */
  private static Stream<Contract<?>> in(String type) {
    try {
      return Arrays.stream(Class.forName(type).getFields())
          .filter(Handles::isHandle)
          .map(Handles::value);
    } catch (ClassNotFoundException e) {
      return Stream.empty();
    }
  }

  private static boolean isHandle(Field field) {
    return field.getType() == Contract.class && Modifier.isStatic(field.getModifiers());
  }

  private static Contract<?> value(Field field) {
    try {
      return (Contract<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
