package waybill.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import waybill.local.Settings;

/** What functions log and what the machine complains of; to be registered before the machine. */
final class Said implements BeforeAllCallback, AfterAllCallback {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream lines = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final PrintStream out = System.out;

  Settings by(Settings machine) {
    return machine.withComplaints(lines);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setOut(new PrintStream(lines, true, StandardCharsets.UTF_8));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.setOut(out);
  }

  /** Waits for a line that holds all these words. */
  String awaitLine(String... words) {
    return await("a line with " + Arrays.toString(words))
        .atMost(Duration.ofSeconds(30))
        .until(() -> linesWith(words), found -> !found.isEmpty())
        .get(0);
  }

  List<String> linesWith(String... words) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> Arrays.stream(words).allMatch(line::contains))
        .toList();
  }
}
