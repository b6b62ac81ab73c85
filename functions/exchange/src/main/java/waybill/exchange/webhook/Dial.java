package waybill.exchange.webhook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** How a socket is connected; a test stands between to see whereto. */
interface Dial {

  void connect(Socket socket, InetSocketAddress to, int timeoutMillis) throws IOException;
}
