package waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import waybill.contracts.Json;

/** Two schemas a line, as {@code ./waybill verdicts} reads them. */
record Pairs(List<Pair> all) {
  /** Where forks find the file. */
  static final String FILE = "waybill.bench.pairs";

  record Pair(JsonNode oldSchema, JsonNode newSchema) {
    static Pair of(String line) {
      JsonNode pair = Json.parse(line);
      return new Pair(pair.required("old"), pair.required("new"));
    }
  }

  static Pairs of(Path file) {
    try (var lines = Files.lines(file)) {
      return new Pairs(lines.filter(line -> !line.isBlank()).map(Pair::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Pairs inThisFork() {
    return of(Path.of(System.getProperty(FILE, "")));
  }
}
