package waybill.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody else reads, where the disk knows of others. */
final class Private {
  private Private() {}

  /** All of it or nothing, whenever it ends. */
  static void write(Path file, byte[] bytes) {
    try {
      var part = ownersOnly(file.resolveSibling(file.getFileName() + ".part"));
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path ownersOnly(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    return file;
  }
}
