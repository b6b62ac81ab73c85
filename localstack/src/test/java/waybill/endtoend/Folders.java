package waybill.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a test leaves to the build's clean-up. */
final class Folders {

  static Path fresh() {
    try {
      Path target = Files.createDirectories(Path.of("target", "endtoend"));
      return Files.createTempDirectory(target, "run").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Folders() {}
}
