package waybill.local.s3;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of one bucket, a file each. */
final class Objects {
  private final Path folder;
  private final Path unfinished;

  /**
   * @param unfinished on the same file system, so that a file moves from there in one step
   */
  Objects(Path folder, Path unfinished) {
    this.folder = folder;
    this.unfinished = unfinished;
  }

  /** Whoever reads meanwhile, or after a crash, finds the old object or the new one. */
  void put(ObjectKey key, byte[] bytes) throws IOException {
    Path file = file(key);
    Files.createDirectories(file.getParent());
    Path written = Files.createTempFile(unfinished, "object", "");
    Files.write(written, bytes);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  Optional<byte[]> get(ObjectKey key) throws IOException {
    Path file = file(key);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Its folders go with the last object in them. */
  void delete(ObjectKey key) throws IOException {
    Path file = file(key);
    if (!Files.isRegularFile(file)) return;
    Files.deleteIfExists(file);
    Path above = file.getParent();
    while (above != null && !above.equals(folder) && deletedEmpty(above)) above = above.getParent();
  }

  private static boolean deletedEmpty(Path above) throws IOException {
    try {
      return Files.deleteIfExists(above);
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  /** In S3's order: by the bytes of the whole key. */
  List<String> keys() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private Path file(ObjectKey key) {
    Path file = folder.resolve(key.text()).normalize();
    if (!file.startsWith(folder) || file.equals(folder))
      throw new Refused(400, "InvalidURI", "An object lies in its bucket");
    return file;
  }
}
