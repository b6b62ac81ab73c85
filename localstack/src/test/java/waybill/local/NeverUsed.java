package waybill.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import waybill.local.aws.Right;
import waybill.local.template.Ground;
import waybill.local.template.Template;

/**
 * The rights that the template grants and that no test of this run has used, so far: a report for
 * whoever may take them away. Logs and traces have no emulator here, so those rights are left out.
 * Several processes run tests at once: each keeps what it has seen in a file of its own.
 */
final class NeverUsed {
  private static final Path FOLDER = Path.of("target", "rights-used");
  private static final Path REPORT = Path.of("target", "rights-never-used.txt");
  private static final Path OWN = FOLDER.resolve(System.getProperty("waybill.fork", "fork-1"));
  private static final Set<String> USED = new TreeSet<>();

  private NeverUsed() {}

  static synchronized void notes(Set<Right> used) {
    used.forEach(right -> USED.add(right.toString()));
    try {
      Files.createDirectories(FOLDER);
      try (var lock = FileChannel.open(FOLDER.resolveSibling("rights.lock"), CREATE, WRITE);
          var held = lock.lock()) {
        if (!held.isValid()) throw new IOException("not alone");
        Files.write(OWN, USED);
        Files.write(REPORT, report());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> report() throws IOException {
    var used = new HashSet<String>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) used.addAll(Files.readAllLines(file));
    }
    var stack = Template.read(RunningMachine.repositoryTemplate()).on(Ground.beforeStart(Map.of()));
    return Right.grantedIn(stack).stream()
        .filter(right -> !right.action().matches("(logs|xray):.*"))
        .map(Right::toString)
        .filter(right -> !used.contains(right))
        .toList();
  }
}
