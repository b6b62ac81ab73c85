package waybill.exchange.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody's server on loopback, as well or as badly behaved as a test wants it. */
final class TestEndpoint implements AutoCloseable {

  interface Behaviour {
    void serve(Call call) throws IOException, InterruptedException;
  }

  /**
   * @param bytes of the body, each as one character
   */
  record Request(String line, Map<String, String> headers, String bytes) {

    byte[] body() {
      return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** One connection. */
  record Call(Socket socket, List<Request> requests) {

    Request read() throws IOException {
      InputStream in = socket.getInputStream();
      String line = line(in);
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String next = line(in); !next.isEmpty(); next = line(in)) {
        String[] parts = next.split(": ", 2);
        headers.put(parts[0], parts[1]);
      }
      byte[] body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
      Request request = new Request(line, headers, new String(body, StandardCharsets.ISO_8859_1));
      requests.add(request);
      return request;
    }

    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    /** Says nothing until the other side goes away. */
    void hang() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        // What comes is not of interest.
      }
    }

    private static String line(InputStream in) throws IOException {
      var line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) throw new IOException("the request ended early");
        line.write(b);
      }
      return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch left = new CountDownLatch(1);
  private final ServerSocket server;
  private final Behaviour behaviour;

  TestEndpoint(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
    daemon(this::accept);
  }

  static TestEndpoint doing(Behaviour behaviour) throws IOException {
    return new TestEndpoint(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
  }

  static TestEndpoint answering(String answer) throws IOException {
    return doing(
        call -> {
          call.read();
          call.write(answer);
        });
  }

  int port() {
    return server.getLocalPort();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port() + "/hooks?of=waybill");
  }

  int connections() {
    return open.size();
  }

  /** Whether a connection was ended by the other side while this one still talked or listened. */
  boolean wasLeft() throws InterruptedException {
    return left.await(5, TimeUnit.SECONDS);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      behaviour.serve(new Call(socket, requests));
    } catch (IOException | InterruptedException e) {
      // The other side went away; that is what some tests are about.
    } finally {
      left.countDown();
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "endpoint");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) socket.close();
  }
}
