package waybill.local.aws;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.jspecify.annotations.Nullable;
import waybill.local.template.Ground;

/** ElasticMQ on a free port of the loopback, in memory or in an H2 file. */
final class ElasticMq implements AutoCloseable {
  private final URI uri;
  private final scala.Function0<?> stop;

  private ElasticMq(URI uri, scala.Function0<?> stop) {
    this.uri = uri;
    this.stop = stop;
  }

  static ElasticMq start(@Nullable Path folder) {
    return start(folder, freePort());
  }

  static ElasticMq start(@Nullable Path folder, int port) {
    var config = config(folder, port).withFallback(ConfigFactory.load());
    var stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    return new ElasticMq(URI.create("http://127.0.0.1:" + port), stop);
  }

  private static Config config(@Nullable Path folder, int port) {
    var settings = new HashMap<String, Object>();
    settings.put("node-address.host", "127.0.0.1");
    settings.put("node-address.port", port);
    settings.put("rest-sqs.bind-hostname", "127.0.0.1");
    settings.put("rest-sqs.bind-port", port);
    settings.put("aws.region", Ground.REGION);
    settings.put("aws.accountId", Ground.ACCOUNT);
    settings.put("pekko.loglevel", "ERROR");
    settings.put("pekko.stdout-loglevel", "OFF");
    settings.put("pekko.daemonic", "on");
    settings.put("pekko.jvm-shutdown-hooks", "off");
    if (folder != null) settings.putAll(storage(folder));
    return ConfigFactory.parseMap(settings);
  }

  private static Map<String, Object> storage(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Without WRITE_DELAY=0 a killed process loses the messages of its last half second.
    var uri =
        "jdbc:h2:"
            + folder.resolve("queues").toAbsolutePath()
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    LeftInFlight.release(folder, uri);
    return Map.of("messages-storage.enabled", true, "messages-storage.uri", uri);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    stop.apply();
  }
}
