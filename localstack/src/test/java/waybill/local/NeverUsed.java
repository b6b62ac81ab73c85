package waybill.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import waybill.local.aws.Right;
import waybill.local.template.Ground;
import waybill.local.template.Template;

/**
 * The rights that the template grants and that no test of this run has used, so far: a report for
 * whoever may take them away. Logs and traces have no emulator here, so those rights are left out.
 */
final class NeverUsed {
  private static final Path REPORT = Path.of("target", "rights-never-used.txt");
  private static final Set<Right> USED = new HashSet<>();

  private NeverUsed() {}

  static synchronized void notes(Set<Right> used) {
    USED.addAll(used);
    try {
      Files.write(REPORT, report());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> report() {
    var stack = Template.read(RunningMachine.repositoryTemplate()).on(Ground.beforeStart(Map.of()));
    return Right.grantedIn(stack).stream()
        .filter(right -> !right.action().matches("(logs|xray):.*"))
        .filter(right -> !USED.contains(right))
        .map(Right::toString)
        .toList();
  }
}
