package waybill.foreign;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local as it comes: each key has tables of its own, and regions have the emulator's name.
 * Its own runner would listen on every interface.
 */
final class Tables {

  public static void main(String[] portAndFolder) throws Exception {
    var folder = portAndFolder[1].isEmpty() ? null : portAndFolder[1];
    var tables = new LocalDynamoDBRequestHandler(0, folder == null, folder, false, false);
    var server = new Server();
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(portAndFolder[0]));
    server.addConnector(connector);
    server.setHandler(new LocalDynamoDBServerHandler(tables, null));
    server.start();
    Child.untilItsParentIsGone();
  }

  private Tables() {}
}
