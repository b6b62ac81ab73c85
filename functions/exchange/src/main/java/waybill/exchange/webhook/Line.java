package waybill.exchange.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/** The connection of one letter: whoever waits for it can cut it at any moment. */
final class Line implements Closeable {
  private final Dial dial;
  private final SSLSocketFactory tls;
  private @Nullable Socket socket;
  private boolean cut;

  Line(Dial dial, SSLSocketFactory tls) {
    this.dial = dial;
    this.tls = tls;
  }

  /** To the addresses given and no others: the host's name is not resolved again. */
  Socket connect(List<InetAddress> addresses, int port, Duration within) throws IOException {
    List<InetAddress> tried =
        addresses.subList(0, Math.min(addresses.size(), Limits.WEBHOOK_CONNECTS_MAX));
    int millis = (int) Math.max(1, within.toMillis() / tried.size());
    IOException failure = new SocketException("there is no address");
    for (InetAddress address : tried) {
      Socket next = hold(new Socket(Proxy.NO_PROXY));
      try {
        dial.connect(next, new InetSocketAddress(address, port), millis);
        return next;
      } catch (IOException e) {
        next.close();
        failure = e;
      }
    }
    throw failure;
  }

  /** The certificate must be the host's, whatever address it was found at. */
  Socket secure(Socket plain, Target target) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(plain, target.peer(), target.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private synchronized Socket hold(Socket next) throws IOException {
    socket = next;
    if (cut) {
      next.close();
      throw new SocketException("it was cut");
    }
    return next;
  }

  /** Ends whatever waits on the connection, and lets none begin. */
  synchronized void cut() {
    cut = true;
    if (socket == null) return;
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed anyway.
    }
  }

  @Override
  public void close() {
    cut();
  }
}
