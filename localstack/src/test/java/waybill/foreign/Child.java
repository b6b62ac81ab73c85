package waybill.foreign;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JVM that listens on a port of the loopback, and ends with whoever started it. */
final class Child {
  private static final String READY = "ready";

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  static Child start(Class<?> main, URI uri, @Nullable Path folder) {
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  main.getName(),
                  String.valueOf(uri.getPort()),
                  folder == null ? "" : folder.toAbsolutePath().toString())
              .redirectError(Redirect.INHERIT)
              .start();
      if (process.inputReader(StandardCharsets.UTF_8).lines().noneMatch(READY::equals))
        throw new IllegalStateException(main + " does not start");
      return new Child(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Said by the child itself. */
  static void untilItsParentIsGone() throws IOException {
    System.out.println(READY);
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  static URI freeAddress() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
