package waybill.local.aws;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tables and queues of this machine. */
public final class Emulators implements AutoCloseable {
  private final DynamoDbLocal tables;
  private final @Nullable Path queuesFolder;
  private ElasticMq queues;

  private Emulators(DynamoDbLocal tables, ElasticMq queues, @Nullable Path queuesFolder) {
    this.tables = tables;
    this.queues = queues;
    this.queuesFolder = queuesFolder;
  }

  public static Emulators start(@Nullable Path data) {
    var folder = data == null ? null : data.resolve("queues");
    var queues = CompletableFuture.supplyAsync(() -> ElasticMq.start(folder));
    var tables = DynamoDbLocal.start(data == null ? null : data.resolve("tables"));
    return new Emulators(tables, queues.join(), folder);
  }

  public Backend backend() {
    return new Backend(tables.uri(), queues.uri(), DynamoDbLocal.REGION);
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
    tables.close();
  }
}
