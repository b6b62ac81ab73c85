package waybill.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local and ElasticMQ, each a process of its own, behind one port; neither has S3. */
public final class ForeignEmulators implements AutoCloseable {
  private final @Nullable Path folder;
  private final URI tablesUri = Child.freeAddress();
  private final URI queuesUri = Child.freeAddress();
  private final Front front;
  private Child tables;
  private Child queues;

  private ForeignEmulators(@Nullable Path folder, int port) throws IOException {
    this.folder = folder;
    tables = Child.start(Tables.class, tablesUri, folder);
    queues = Child.start(Queues.class, queuesUri, folder);
    front = new Front(tablesUri, tablesUri, queuesUri, null, port);
  }

  public static ForeignEmulators inMemory() {
    return start(null, 0);
  }

  /** On the disk, so that {@link #restart} leaves them what they had. */
  public static ForeignEmulators keeping() {
    try {
      return start(Files.createTempDirectory(Path.of("target"), "foreign"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ForeignEmulators start(@Nullable Path folder, int port) {
    try {
      return new ForeignEmulators(folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a terminal: runs them on the port until Ctrl-C. */
  public static void main(String[] port) throws InterruptedException {
    try (var emulators = start(null, Integer.parseInt(port[0]))) {
      System.out.println(emulators.uri());
      new CountDownLatch(1).await();
    }
  }

  public URI uri() {
    return front.uri();
  }

  /** Both are gone and come back with what they keep: not with the order in queues. */
  public void restart() {
    tables.kill();
    queues.kill();
    tables = Child.start(Tables.class, tablesUri, folder);
    queues = Child.start(Queues.class, queuesUri, folder);
  }

  @Override
  public void close() {
    front.close();
    queues.kill();
    tables.kill();
  }
}
