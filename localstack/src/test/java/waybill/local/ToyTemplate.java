package waybill.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The toy stack as a file, as it is or with a change. */
final class ToyTemplate {
  private ToyTemplate() {}

  static Path file() {
    return file(text -> text);
  }

  static Path file(UnaryOperator<String> change) {
    try {
      var folder = Files.createTempDirectory(Path.of("target"), "toy");
      return Files.writeString(folder.resolve("toy.yaml"), change.apply(text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String from, String to) {
    return file(text -> replaceOnce(text, from, to));
  }

  static String replaceOnce(String text, String from, String to) {
    int at = text.indexOf(from);
    if (at < 0) throw new IllegalArgumentException("the toy template has no " + from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  private static String text() throws IOException {
    var classes = Path.of("target", "test-classes").toAbsolutePath();
    try (var in = ToyTemplate.class.getResourceAsStream("toy.yaml")) {
      var text = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("CodeUri: CODE", "CodeUri: " + classes);
    }
  }
}
