package waybill.kit.aws;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import waybill.kit.Env;

/**
 * DynamoDB Local and ElasticMQ in this JVM, in memory; they end with it. DynamoDB's server is put
 * together by hand, since its own starter prints what it does.
 */
final class Emulators {
  static final URI DYNAMODB = startDynamoDb();
  static final URI SQS = startSqs();

  /** What a function would find in its environment. */
  static Env env(String variable, String value) {
    return new Env(
        Map.of(
            "SERVICE",
            "users",
            "TABLE",
            "users",
            "AWS_REGION",
            "eu-central-1",
            "AWS_ACCESS_KEY_ID",
            "id",
            "AWS_SECRET_ACCESS_KEY",
            "secret",
            "AWS_ENDPOINT_URL_DYNAMODB",
            DYNAMODB.toString(),
            "AWS_ENDPOINT_URL_SQS",
            SQS.toString(),
            "BLOBS",
            "none",
            variable,
            value));
  }

  private static URI startDynamoDb() {
    try {
      int port = freePort();
      var requests = new LocalDynamoDBRequestHandler(0, true, null, false, false);
      new DynamoDBProxyServer(port, new LocalDynamoDBServerHandler(requests, null)).start();
      return URI.create("http://localhost:" + port);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static URI startSqs() {
    var server = SQSRestServerBuilder$.MODULE$.withInterface("localhost").withDynamicPort().start();
    return URI.create("http://localhost:" + server.waitUntilStarted().localAddress().getPort());
  }

  private Emulators() {}
}
