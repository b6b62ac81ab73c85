package waybill.bench.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** {@code ./waybill up} as a process of its own, on free ports of this machine. */
final class Up implements AutoCloseable {
  private final Process process;
  private final Map<String, String> said = new ConcurrentHashMap<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private Up(Process process) {
    this.process = process;
    Thread reader = new Thread(this::listen, "up");
    reader.setDaemon(true);
    reader.start();
  }

  static Up start(Path repository) {
    try {
      Path built = repository.resolve("localstack/target");
      var command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              built.resolve("classes") + ":" + Files.readString(built.resolve("classpath")),
              "waybill.local.command.Main",
              "up",
              "--port",
              "0",
              "--template",
              repository.resolve("template.yaml").toString());
      Up up = new Up(new ProcessBuilder(command).redirectErrorStream(true).start());
      if (!up.ready.join()) throw new IllegalStateException("up does not get ready");
      return up;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on reading afterwards, so that the process never waits for somebody to read it. */
  private void listen() {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    lines.lines().forEach(this::hear);
    ready.complete(false);
  }

  private void hear(String line) {
    String[] words = line.split(" +", 3);
    if (words.length > 1 && List.of("gateway", "queues").contains(words[0]))
      said.put(words[0], words[1]);
    if (line.startsWith("ready in")) ready.complete(true);
  }

  URI gateway() {
    return URI.create(said.getOrDefault("gateway", ""));
  }

  URI queues() {
    return URI.create(said.getOrDefault("queues", ""));
  }

  /** After a full collection, and of the process as a whole. */
  Footprint footprint() {
    return Footprint.of(process.pid());
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
