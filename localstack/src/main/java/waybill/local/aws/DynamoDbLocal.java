package waybill.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local on a free port of the loopback. Its own runner would listen on every interface and
 * know telemetry; its handler under a server of ours does neither.
 */
final class DynamoDbLocal implements AutoCloseable {
  /** SQLite tells of every table that it opens. Held, or its level would be forgotten. */
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  private final Server server;
  private final LocalDynamoDBRequestHandler tables;

  private DynamoDbLocal(Server server, LocalDynamoDBRequestHandler tables) {
    this.server = server;
    this.tables = tables;
  }

  static DynamoDbLocal start(@Nullable Path folder) {
    SQLITE.setLevel(Level.WARNING);
    try {
      if (folder != null) Files.createDirectories(folder);
      var path = folder == null ? null : folder.toString();
      var tables = new LocalDynamoDBRequestHandler(0, folder == null, path, true, false);
      var server = new Server(daemonThreads());
      var connector = new ServerConnector(server, 1, 1);
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      server.setHandler(new LocalDynamoDBServerHandler(tables, null));
      server.start();
      return new DynamoDbLocal(server, tables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  private static QueuedThreadPool daemonThreads() {
    var threads = new QueuedThreadPool(64, 4);
    threads.setName("dynamodb");
    threads.setDaemon(true);
    return threads;
  }

  URI uri() {
    var connector = (ServerConnector) server.getConnectors()[0];
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
      tables.shutdown();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }
}
