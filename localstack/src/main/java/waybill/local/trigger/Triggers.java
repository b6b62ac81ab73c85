package waybill.local.trigger;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.AccessKeys;
import waybill.local.aws.AwsJson;
import waybill.local.function.Complaints;
import waybill.local.function.Functions;
import waybill.local.function.Outcome;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Queue;
import waybill.local.template.Stack;
import waybill.local.template.Trigger;

/** Everything that wakes functions by itself, each with the rights of its function. */
public final class Triggers {
  private final Stack stack;
  private final Surroundings around;
  private final Schedules schedules;
  private final List<Runnable> pollers = new ArrayList<>();

  private Triggers(Stack stack, Surroundings around, ScheduledExecutorService timer) {
    this.stack = stack;
    this.around = around;
    this.schedules = new Schedules(timer, around);
  }

  /** Reads every trigger of the stack; none runs before {@link #start}. */
  public static Triggers of(
      Stack stack,
      URI endpoint,
      AccessKeys keys,
      @Nullable Path data,
      Functions functions,
      ExecutorService executor,
      ScheduledExecutorService timer,
      Complaints complaints) {
    var triggers = new Triggers(stack, new Surroundings(functions, executor, complaints), timer);
    var http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(executor).build();
    var checkpoints = data == null ? null : data.resolve("checkpoints");
    for (var function : stack.functions()) {
      var aws = new AwsJson(http, endpoint, keys.forPoller(function));
      for (var trigger : function.triggers()) triggers.add(function, trigger, aws, checkpoints);
    }
    return triggers;
  }

  /** Refuses filters that this machine does not know, before anything runs. */
  public static void check(Stack stack) {
    for (var function : stack.functions()) {
      for (var trigger : function.triggers()) {
        var path = function.id() + ".Events." + trigger.id() + ".FilterCriteria";
        if (trigger instanceof Trigger.OfQueue queue) Filter.anyOf(path, queue.filters());
        if (trigger instanceof Trigger.OfStream stream) Filter.anyOf(path, stream.filters());
      }
    }
  }

  public void start() {
    pollers.forEach(poller -> around.executor().execute(poller));
    for (var function : stack.functions()) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Trigger.OfTime schedule) schedules.start(function, schedule);
      }
    }
  }

  /** Fires a schedule now and waits for what comes of it. */
  public Outcome fire(String functionId, String eventId) throws InterruptedException {
    var function = stack.function(functionId);
    for (var trigger : function.triggers()) {
      if (trigger instanceof Trigger.OfTime schedule && schedule.id().equals(eventId)) {
        return schedules.fire(function, schedule);
      }
    }
    throw new IllegalArgumentException("no schedule " + functionId + "." + eventId);
  }

  private void add(FunctionSpec function, Trigger trigger, AwsJson aws, @Nullable Path folder) {
    if (trigger instanceof Trigger.OfQueue queue) {
      pollers.add(new QueueTrigger(function, queue, url(queue.queueArn()), aws, around));
    } else if (trigger instanceof Trigger.OfStream stream) {
      pollers.add(streamTrigger(function, stream, aws, folder));
    }
  }

  private StreamTrigger streamTrigger(
      FunctionSpec function, Trigger.OfStream stream, AwsJson aws, @Nullable Path folder) {
    var name = function.id() + ".Events." + stream.id();
    var checkpoints = Checkpoints.open(folder, name, stream.streamArn());
    var failureArn = stream.failureQueueArn();
    var failureUrl = failureArn == null ? null : url(failureArn);
    var destination = new FailureDestination(aws, failureUrl, around.complaints());
    var delivery = new StreamDelivery(function, stream, checkpoints, destination, around);
    return new StreamTrigger(name, stream, aws, checkpoints, delivery, around);
  }

  private String url(String queueArn) {
    return stack.queues().stream()
        .filter(queue -> queue.arn().equals(queueArn))
        .map(Queue::url)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queue " + queueArn));
  }
}
