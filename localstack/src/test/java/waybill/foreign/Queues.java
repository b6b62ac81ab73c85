package waybill.foreign;

import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;

/**
 * ElasticMQ as it comes: with a region of its own in ARNs. Its urls name a host that nobody finds,
 * as LocalStack's do where the machine asks no name server.
 */
final class Queues {

  public static void main(String[] portAndFolder) throws Exception {
    var settings =
        Map.of(
            "node-address.host",
            "sqs.eu-central-1.queues.invalid",
            "rest-sqs.bind-hostname",
            "127.0.0.1",
            "rest-sqs.bind-port",
            Integer.valueOf(portAndFolder[0]),
            "pekko.loglevel",
            "ERROR",
            "messages-storage.enabled",
            !portAndFolder[1].isEmpty(),
            "messages-storage.uri",
            "jdbc:h2:" + portAndFolder[1] + "/queues;WRITE_DELAY=0");
    var config = ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
    new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    Child.untilItsParentIsGone();
  }

  private Queues() {}
}
