package waybill.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import waybill.contracts.Catalog;
import waybill.contracts.Json;

/** The built-in contracts in a folder of a test's own, with something changed. */
record Catalogs(Path folder) {

  static Catalogs copiedTo(Path folder) {
    Path builtIn = Path.of(System.getProperty("basedir", ".")).resolve("../../contracts/catalog");
    try (Stream<Path> walk = Files.walk(builtIn)) {
      for (Path from : walk.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(builtIn.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Catalogs(folder);
  }

  /** A service that consumes these, also instead of what it consumed before. */
  Catalogs consuming(String service, String... contracts) {
    return write(
        "services/" + service + ".json",
        Json.write(
            Map.of(
                "name", service,
                "summary", "In a test.",
                "client_ids", List.of(service),
                "provides", List.of(),
                "consumes", List.of(contracts))));
  }

  Catalogs without(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalogs changed(String file, String what, String to) {
    try {
      String before = Files.readString(folder.resolve(file));
      if (!before.contains(what)) throw new IllegalArgumentException(file + " has no " + what);
      return write(file, before.replace(what, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Catalogs write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalog catalog() {
    return Catalog.at(folder);
  }
}
