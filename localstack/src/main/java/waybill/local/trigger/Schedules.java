package waybill.local.trigger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import waybill.local.aws.AwsJson;
import waybill.local.function.Outcome;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Ground;
import waybill.local.template.Trigger;

/** Invokes functions by the clock. */
final class Schedules {
  private final ScheduledExecutorService timer;
  private final Surroundings around;

  Schedules(ScheduledExecutorService timer, Surroundings around) {
    this.timer = timer;
    this.around = around;
  }

  void start(FunctionSpec function, Trigger.OfTime schedule) {
    long every = schedule.every().toMillis();
    var unused =
        timer.scheduleAtFixedRate(
            () -> around.executor().execute(() -> tick(function, schedule)),
            every,
            every,
            TimeUnit.MILLISECONDS);
  }

  Outcome fire(FunctionSpec function, Trigger.OfTime schedule) throws InterruptedException {
    var input = schedule.input();
    var event = input == null ? standardEvent(schedule) : input;
    return around.functions().invoke(function.id(), event.getBytes(StandardCharsets.UTF_8));
  }

  private void tick(FunctionSpec function, Trigger.OfTime schedule) {
    try {
      fire(function, schedule);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What EventBridge sends where the template gives no input. */
  private static String standardEvent(Trigger.OfTime schedule) {
    var event = AwsJson.parameters();
    event.put("version", "0").put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event").put("source", "aws.events");
    event.put("account", Ground.ACCOUNT).put("region", Ground.REGION);
    event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    event.putArray("resources").add(Ground.arn("events", "rule/" + schedule.id()));
    event.putObject("detail");
    return event.toString();
  }
}
