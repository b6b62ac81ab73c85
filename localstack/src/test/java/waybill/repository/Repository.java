package waybill.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this repository, named from its root. */
final class Repository {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Folders that a build or a tool makes. */
  private static final List<String> MADE = List.of("target", ".git", ".idea", ".aws-sam");

  static Path file(String name) {
    return ROOT.resolve(name);
  }

  static String text(String name) {
    return text(file(name));
  }

  /** A file that is no text is shown as one all the same. */
  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files() {
    try (Stream<Path> all = Files.find(ROOT, 30, (file, is) -> is.isRegularFile())) {
      return all.filter(Repository::isOurs).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(String ending) {
    return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** The main code of what is deployed, in one text. */
  static String deployedCode() {
    return files(".java").stream()
        .filter(file -> name(file).matches("(contracts|functions/[^/]+)/src/main/.*"))
        .filter(file -> !name(file).startsWith("functions/kit-testing/"))
        .map(Repository::text)
        .collect(Collectors.joining("\n"));
  }

  /** Folders of modules that have code of their own. */
  static List<String> modules() {
    return files("pom.xml").stream()
        .filter(pom -> Files.isDirectory(pom.resolveSibling("src").resolve("main")))
        .map(pom -> name(pom).replace("/pom.xml", ""))
        .toList();
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isOurs(Path file) {
    for (Path part : ROOT.relativize(file)) if (MADE.contains(part.toString())) return false;
    return true;
  }

  private Repository() {}
}
