package waybill.contracts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A catalog in a folder. */
record FolderFiles(Path folder) implements CatalogFiles {
  @Override
  public byte @Nullable [] read(String path) {
    Path file = folder.resolve(path);
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Collection<String> paths() {
    try (Stream<Path> walk = Files.walk(folder)) {
      return List.copyOf(walk.filter(Files::isRegularFile).map(this::relative).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String relative(Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
