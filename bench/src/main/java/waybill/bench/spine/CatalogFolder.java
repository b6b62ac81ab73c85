package waybill.bench.spine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waybill.contracts.Catalog;

/** What is built in, and more beside it; the services and sagas of the repository are left out. */
public final class CatalogFolder {
  private static final String SERVICE =
      "{\"name\":\"%s\",\"summary\":\"In a run.\",\"client_ids\":[],\"provides\":[%s],\"consumes\":[%s],\"routes\":[]}";

  private final Path folder;

  private CatalogFolder(Path folder) {
    this.folder = folder;
  }

  public static CatalogFolder beside(Path repository) {
    try {
      Path folder = Files.createTempDirectory("waybill-bench");
      copy(repository.resolve("contracts/catalog"), folder);
      return new CatalogFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (relative.startsWith("services") || relative.startsWith("sagas")) continue;
        Path copied = to.resolve(relative);
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    }
  }

  public CatalogFolder contract(String name, String definition, String schema) {
    write(name + "/contract.json", definition);
    write(name + "/v1/schema.json", schema);
    return this;
  }

  public CatalogFolder service(String name, List<String> provides, List<String> consumes) {
    write("services/" + name + ".json", SERVICE.formatted(name, all(provides), all(consumes)));
    return this;
  }

  public CatalogFolder saga(String name, String definition) {
    write("sagas/" + name + "/v1.json", definition);
    return this;
  }

  private static String all(List<String> contracts) {
    return contracts.stream().map(one -> '"' + one + '"').collect(Collectors.joining(","));
  }

  private void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Catalog catalog() {
    return Catalog.at(folder);
  }
}
