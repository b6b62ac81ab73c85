package waybill.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder that one machine at a time keeps its data in. */
final class DataFolder implements AutoCloseable {
  private final FileChannel lock;

  private DataFolder(FileChannel lock) {
    this.lock = lock;
  }

  static DataFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locks(channel)) return new DataFolder(channel);
      channel.close();
    } catch (IOException e) {
      throw new StartException(folder + " cannot be written to");
    }
    throw new StartException(folder + " is in use by another stack");
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
