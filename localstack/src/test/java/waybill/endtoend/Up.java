package waybill.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./waybill up} as a process of its own, that a test can kill. */
final class Up implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Up(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Up start(Path template, Path data) {
    return start("--template", template.toString(), "--data", data.toString());
  }

  static Up start(String... options) {
    int port = freePort();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "waybill.local.command.Main",
                "up",
                "--port",
                String.valueOf(port)));
    command.addAll(List.of(options));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      awaitReady(process);
      return new Up(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on reading afterwards, so that the process never waits for somebody to read it. */
  private static void awaitReady(Process process) {
    CountDownLatch ready = new CountDownLatch(1);
    Queue<String> said = new ConcurrentLinkedQueue<>();
    Thread reader =
        new Thread(
            () -> {
              BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
              lines
                  .lines()
                  .forEach(
                      line -> {
                        said.add(line);
                        if (line.startsWith("ready in")) ready.countDown();
                      });
            });
    reader.setDaemon(true);
    reader.start();
    try {
      if (!ready.await(60, TimeUnit.SECONDS))
        throw new IllegalStateException("up does not get ready: " + said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** No good-bye: SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
