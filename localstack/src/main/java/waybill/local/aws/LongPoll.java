package waybill.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Waits before the emulator for those who wait for messages or for records of a stream, and asks it
 * again when something was done to their queue or table. What happens by time alone, or past the
 * gate, is found by the next call.
 */
final class LongPoll {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WAIT = "WaitTimeSeconds";

  /** DynamoDB knows no waiting for records; here whoever asks in vain is held for as long. */
  private static final int RECORDS_SECONDS = 1;

  /** What leaves nothing in a stream. */
  private static final Pattern READ =
      Pattern.compile("Get|Query|Scan|BatchGet|TransactGet|Describe");

  private final Forward forward;
  private final Map<String, Bell> bells = new ConcurrentHashMap<>();

  LongPoll(Forward forward) {
    this.forward = forward;
  }

  Forward.Answer send(AwsCall call, Headers headers) throws IOException, InterruptedException {
    return switch (call.service()) {
      case QUEUES -> sendToQueue(call, headers);
      case TABLES -> sendToTables(call, headers);
      case STREAMS -> readStream(call, headers);
      default -> forward.send(call, headers);
    };
  }

  private Forward.Answer sendToQueue(AwsCall call, Headers headers)
      throws IOException, InterruptedException {
    var queue = call.parameters().path("QueueUrl").asText();
    var bell = bell(queue.substring(queue.lastIndexOf('/') + 1));
    if (call.operation().equals("ReceiveMessage")) return receive(call, headers, bell);
    var answer = forward.send(call, headers);
    bell.ring();
    return answer;
  }

  private Forward.Answer receive(AwsCall call, Headers headers, Bell bell)
      throws IOException, InterruptedException {
    int seconds = call.parameters().path(WAIT).asInt();
    if (seconds <= 0) return forward.send(call, headers);
    var atOnce = call.with(call.parameters().<ObjectNode>deepCopy().put(WAIT, 0));
    return untilThereIs(LongPoll::hasMessages, atOnce, headers, bell, seconds);
  }

  private Forward.Answer sendToTables(AwsCall call, Headers headers)
      throws IOException, InterruptedException {
    var answer = forward.send(call, headers);
    if (!READ.matcher(call.operation()).lookingAt())
      for (var need : Needs.of(call)) bell(table(need)).ring();
    return answer;
  }

  private Forward.Answer readStream(AwsCall call, Headers headers)
      throws IOException, InterruptedException {
    if (!call.operation().equals("GetRecords")) return forward.send(call, headers);
    var bell = bell(table(Needs.of(call).get(0)));
    return untilThereIs(LongPoll::hasRecords, call, headers, bell, RECORDS_SECONDS);
  }

  private Bell bell(String name) {
    return bells.computeIfAbsent(name, n -> new Bell());
  }

  /** Tables, their indexes and their streams are all called by the table; no queue has a colon. */
  private static String table(Need need) {
    var from = need.resource().indexOf(":table/");
    var to = need.resource().indexOf('/', from + ":table/".length());
    return from < 0 || to < 0 ? need.resource() : need.resource().substring(0, to);
  }

  private Forward.Answer untilThereIs(
      Predicate<JsonNode> something, AwsCall call, Headers headers, Bell bell, int seconds)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      long rung = bell.rung();
      var answer = forward.send(call, headers);
      if (answer.status() != 200
          || something.test(JSON.readTree(answer.body()))
          || !bell.ringsBefore(end, rung)) return answer;
    }
  }

  private static boolean hasMessages(JsonNode answer) {
    return !answer.path("Messages").isEmpty();
  }

  /** Or there will be none any more. */
  private static boolean hasRecords(JsonNode answer) {
    return !answer.path("Records").isEmpty() || !answer.hasNonNull("NextShardIterator");
  }

  /** Rings for whoever listens, and for whoever looked shortly before it rang. */
  private static final class Bell {
    private long rung;

    synchronized void ring() {
      rung++;
      notifyAll();
    }

    synchronized long rung() {
      return rung;
    }

    synchronized boolean ringsBefore(long end, long seen) throws InterruptedException {
      while (rung == seen) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) return false;
        wait(left);
      }
      return true;
    }
  }
}
