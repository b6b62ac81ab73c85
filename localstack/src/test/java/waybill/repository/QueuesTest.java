package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Queue;
import waybill.local.template.Trigger;

/** What queues and triggers must have, so that nothing is lost without a trace. */
class QueuesTest {
  private static final int TIMEOUTS_OF_VISIBILITY = 6;

  /** One trigger of one function. */
  private record Wake<T extends Trigger>(FunctionSpec function, T trigger) {
    String name() {
      return function.id() + ".Events." + trigger.id();
    }
  }

  private static <T extends Trigger> List<Wake<T>> wakes(Class<T> kind) {
    List<Wake<T>> wakes =
        TheTemplate.STACK.functions().stream()
            .flatMap(
                function ->
                    function.triggers().stream()
                        .filter(kind::isInstance)
                        .map(trigger -> new Wake<>(function, kind.cast(trigger))))
            .toList();
    assertThat(wakes).as("triggers %s", kind.getSimpleName()).isNotEmpty();
    return wakes;
  }

  @Test
  void row31_everyQueueTrigger_reportsItsFailures() {
    for (var wake : wakes(Trigger.OfQueue.class))
      assertThat(wake.trigger().reportsFailures()).as(wake.name()).isTrue();
  }

  @Test
  void everyStreamTrigger_reportsItsFailures() {
    for (var wake : wakes(Trigger.OfStream.class))
      assertThat(wake.trigger().reportsFailures()).as(wake.name()).isTrue();
  }

  @Test
  void everyStreamTrigger_findsTheRecordThatFails_andGivesUpOnItInTheEnd() {
    for (var wake : wakes(Trigger.OfStream.class)) {
      assertThat(wake.trigger().bisects()).as(wake.name()).isTrue();
      assertThat(wake.trigger().retriesMax()).as(wake.name()).isBetween(1, 100);
      assertThat(TheTemplate.STACK.queues())
          .extracting(Queue::arn)
          .as("the failure destination of %s", wake.name())
          .contains(wake.trigger().failureQueueArn());
    }
  }

  @Test
  void row16_aStream_hasOneReader() {
    assertThat(wakes(Trigger.OfStream.class))
        .extracting(wake -> wake.trigger().streamArn())
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void everyStreamTrigger_startsWhereTheStreamStarts() {
    for (var wake : wakes(Trigger.OfStream.class))
      assertThat(wake.trigger().fromTheStart()).as(wake.name()).isTrue();
  }

  @Test
  void aMessageInWork_staysInvisibleForSixTimeouts() {
    for (var wake : wakes(Trigger.OfQueue.class))
      assertThat(Integer.parseInt(attribute(heard(wake.trigger()), "VisibilityTimeout")))
          .as("VisibilityTimeout of %s, which wakes %s", heard(wake.trigger()).id(), wake.name())
          .isGreaterThanOrEqualTo(
              TIMEOUTS_OF_VISIBILITY * (int) wake.function().timeout().toSeconds());
  }

  /** A throttled batch counts as received: so the poller may ask for no more than may run. */
  @Test
  void row29_noFunction_isAskedToRunMoreOftenThanItMay() {
    for (FunctionSpec function : TheTemplate.STACK.functions()) {
      JsonNode events = TheTemplate.properties(function.id()).path("Events");
      int polled = 0;
      for (JsonNode event : events) {
        if (!event.path("Type").asText().equals("SQS")) continue;
        JsonNode most = event.at("/Properties/ScalingConfig/MaximumConcurrency");
        assertThat(most.asInt()).as("MaximumConcurrency in %s", function.id()).isBetween(2, 1000);
        polled += most.asInt();
      }
      JsonNode reserved =
          TheTemplate.properties(function.id()).path("ReservedConcurrentExecutions");
      if (!reserved.isMissingNode())
        assertThat(polled).as(function.id()).isLessThanOrEqualTo(reserved.asInt());
    }
  }

  /** What it can do nothing with, the function keeps: a further queue behind it would hide it. */
  @Test
  void everyQueueThatWakesAFunction_hasADeadLetterQueueOfItsOwn_unlessItIsOne() {
    List<String> dead =
        TheTemplate.STACK.queues().stream()
            .filter(queue -> queue.attributes().containsKey("RedrivePolicy"))
            .map(queue -> deadLettersOf(queue).id())
            .toList();
    List<String> heard =
        wakes(Trigger.OfQueue.class).stream()
            .map(wake -> heard(wake.trigger()).id())
            .filter(id -> !dead.contains(id))
            .toList();
    for (String id : heard)
      assertThat(TheTemplate.STACK.queue(id).attributes()).as(id).containsKey("RedrivePolicy");

    assertThat(heard.stream().map(id -> deadLettersOf(TheTemplate.STACK.queue(id)).id()))
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(heard);
  }

  @Test
  void aDeadLetterQueue_isFifoWhereItsQueueIs_andForgetsLast() {
    for (Queue queue : TheTemplate.STACK.queues()) {
      if (!queue.attributes().containsKey("RedrivePolicy")) continue;
      Queue dead = deadLettersOf(queue);
      assertThat(dead.name().endsWith(".fifo"))
          .as("%s is FIFO as %s is", dead.id(), queue.id())
          .isEqualTo(queue.name().endsWith(".fifo"));
      assertThat(Integer.parseInt(attribute(dead, "MessageRetentionPeriod")))
          .as("MessageRetentionPeriod of %s", dead.id())
          .isGreaterThanOrEqualTo(Integer.parseInt(attribute(queue, "MessageRetentionPeriod")));
    }
  }

  static Stream<String> queues() {
    return TheTemplate.queues();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void aQueue_isEncrypted(String id) {
    JsonNode properties = TheTemplate.properties(id);
    assertThat(
            properties.path("SqsManagedSseEnabled").asBoolean() || properties.has("KmsMasterKeyId"))
        .as(id)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void aQueue_takesNothingButTls(String id) {
    assertThat(TheTemplate.ids("AWS::SQS::QueuePolicy").map(TheTemplate::properties))
        .as("a policy that refuses plain HTTP to %s", id)
        .anyMatch(policy -> refusesPlainHttp(policy, id));
  }

  private static boolean refusesPlainHttp(JsonNode policy, String id) {
    if (!TheTemplate.texts(policy.path("Queues")).contains("!Ref " + id)) return false;
    for (JsonNode statement : policy.at("/PolicyDocument/Statement"))
      if (statement.path("Effect").asText().equals("Deny")
          && statement.path("Principal").asText().equals("*")
          && statement.path("Action").asText().equals("sqs:*")
          && statement.at("/Condition/Bool/aws:SecureTransport").asText().equals("false")
          && TheTemplate.texts(statement.path("Resource")).contains("!GetAtt " + id + ".Arn"))
        return true;
    return false;
  }

  private static Queue heard(Trigger.OfQueue trigger) {
    return byArn(trigger.queueArn());
  }

  private static Queue deadLettersOf(Queue queue) {
    try {
      JsonNode redrive = new ObjectMapper().readTree(attribute(queue, "RedrivePolicy"));
      return byArn(redrive.path("deadLetterTargetArn").asText());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(queue.id(), e);
    }
  }

  private static Queue byArn(String arn) {
    return TheTemplate.STACK.queues().stream()
        .filter(queue -> queue.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> new AssertionError(arn + " is no queue of the template"));
  }

  private static String attribute(Queue queue, String name) {
    return Objects.requireNonNull(queue.attributes().get(name), queue.id() + " has no " + name);
  }
}
