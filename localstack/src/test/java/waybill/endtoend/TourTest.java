package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

class TourTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  @Test
  void theReadmesTour_printsWhatItSays() {
    List<Tour.Step> steps = Tour.of(Path.of("..", "README.md"));
    Shell shell = new Shell(running);

    assertThat(steps).hasSizeGreaterThan(7);
    for (Tour.Step step : steps) follow(shell, step);
  }

  /** A reader takes a moment between two lines; so a question is asked until it is answered so. */
  private static void follow(Shell shell, Tour.Step step) {
    boolean changes = step.command().contains(" -d ") || step.command().contains(" -X ");
    if (changes || step.prints().isEmpty()) {
      List<String> printed = shell.run(step.command());
      assertThat(step.isPrintedBy(printed)).as("%s%n%s", step, printed).isTrue();
      return;
    }
    await(step.command())
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> shell.run(step.command()), step::isPrintedBy);
  }
}
