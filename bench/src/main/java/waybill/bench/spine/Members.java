package waybill.bench.spine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;

/** A deployment of one service that speaks and many that listen to it. */
final class Members {
  static final String SPEAKER = "parcels";
  static final Contract<ParcelSent> PARCEL_SENT =
      Contract.of("parcels.parcel-sent/1", ParcelSent.class);
  private static final String DEFINITION =
      "{\"kind\":\"event\",\"owner\":\"parcels\",\"summary\":\"A parcel.\",\"key\":\"/parcel\",\"readers\":[]}";
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"parcel\":{\"type\":\"string\"},\"note\":{\"type\":\"string\"}}"
          + ",\"required\":[\"parcel\",\"note\"]}";
  private static final String SERVICE =
      "{\"name\":\"%s\",\"summary\":\"In a run.\",\"client_ids\":[],\"provides\":[%s],\"consumes\":[%s],\"routes\":[]}";
  private static final String CONTRACT = "\"parcels.parcel-sent/1\"";

  private Members() {}

  static List<String> listeners(int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(number -> String.format(Locale.ROOT, "depot-%03d", number))
        .toList();
  }

  /** What is built in, and these beside it; the services of the repository are left out. */
  static Catalog catalog(Path repository, List<String> listeners) {
    try {
      Path folder = Files.createTempDirectory("waybill-bench");
      copy(repository.resolve("contracts/catalog"), folder);
      Path contract = folder.resolve("parcels.parcel-sent");
      Files.createDirectories(contract.resolve("v1"));
      Files.writeString(contract.resolve("contract.json"), DEFINITION);
      Files.writeString(contract.resolve("v1/schema.json"), SCHEMA);
      service(folder, SPEAKER, CONTRACT, "");
      for (String listener : listeners) service(folder, listener, "", CONTRACT);
      return Catalog.at(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void service(Path folder, String name, String provides, String consumes)
      throws IOException {
    Path file = folder.resolve("services").resolve(name + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, SERVICE.formatted(name, provides, consumes));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (relative.startsWith("services")) continue;
        Path copied = to.resolve(relative);
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    }
  }
}
