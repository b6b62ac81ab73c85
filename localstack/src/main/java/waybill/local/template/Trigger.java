package waybill.local.template;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What wakes a function by itself. */
public sealed interface Trigger {
  /** The name of the event in the template. */
  String id();

  /** An SQS event source. */
  record OfQueue(
      String id,
      String queueArn,
      int batchSize,
      boolean reportsFailures,
      int concurrencyMax,
      List<String> filters)
      implements Trigger {}

  /** A DynamoDB stream event source; -1 attempts or seconds mean no bound. */
  record OfStream(
      String id,
      String streamArn,
      boolean fromTheStart,
      int batchSize,
      boolean reportsFailures,
      boolean bisects,
      int retriesMax,
      int recordAgeSecondsMax,
      @Nullable String failureQueueArn,
      List<String> filters)
      implements Trigger {}

  /** A user pool that asks before it takes somebody in. */
  record OfSignUp(String id) implements Trigger {}

  /** A schedule. */
  record OfTime(String id, Duration every, @Nullable String input) implements Trigger {}
}
