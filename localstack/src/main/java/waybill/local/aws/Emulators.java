package waybill.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import waybill.local.s3.S3Server;

/** The tables, queues and buckets of this machine. */
public final class Emulators implements AutoCloseable {
  private final DynamoDbLocal tables;
  private final S3Server buckets;
  private final @Nullable Path queuesFolder;
  private ElasticMq queues;

  private Emulators(
      DynamoDbLocal tables, ElasticMq queues, S3Server buckets, @Nullable Path queuesFolder) {
    this.tables = tables;
    this.queues = queues;
    this.buckets = buckets;
    this.queuesFolder = queuesFolder;
  }

  public static Emulators start(@Nullable Path data) {
    var folder = data == null ? null : data.resolve("queues");
    var queues = CompletableFuture.supplyAsync(() -> ElasticMq.start(folder));
    var tables = DynamoDbLocal.start(data == null ? null : data.resolve("tables"));
    try {
      return new Emulators(tables, queues.join(), S3Server.in(data), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Backend backend() {
    return new Backend(tables.uri(), queues.uri(), buckets.uri());
  }

  /** Stored messages survive; FIFO order and the history of deduplication do not. */
  public synchronized void restartQueues() {
    int port = queues.uri().getPort();
    queues.close();
    queues = ElasticMq.start(queuesFolder, port);
  }

  @Override
  public synchronized void close() {
    queues.close();
    buckets.close();
    tables.close();
  }
}
