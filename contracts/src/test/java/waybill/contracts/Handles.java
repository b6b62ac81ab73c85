package waybill.contracts;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every typed handle that the library offers, found by the services of the catalog. */
final class Handles {
  private Handles() {}

  static List<Contract<?>> all() {
    return Catalog.builtIn().services().stream().flatMap(s -> of(s.name())).toList();
  }

  /** A service keeps its handles in one class of its package, or in several. */
  static Stream<Contract<?>> of(String owner) {
    String folder = "waybill.contracts." + owner.replace("-", "");
    List<Class<?>> classes = classes(folder);
    if (classes.isEmpty()) throw new AssertionError("service " + owner + " has no handles");
    return classes.stream()
        .flatMap(type -> Arrays.stream(type.getFields()))
        .filter(Handles::isHandle)
        .map(Handles::value);
  }

  private static List<Class<?>> classes(String folder) {
    Path path = Path.of("target/classes", folder.split("\\."));
    try (Stream<Path> files = Files.list(path)) {
      return List.copyOf(
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith("Contracts.class"))
              .sorted()
              .map(name -> type(folder + "." + name.replace(".class", "")))
              .toList());
    } catch (IOException e) {
      throw new AssertionError(folder + " is no package", e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
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
