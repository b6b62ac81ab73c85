package waybill.local.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import waybill.local.aws.AwsCall.Service;

/**
 * Waits before the emulator for those who wait for messages, and asks it again when something was
 * done to their queue. What becomes visible by time alone is found by the next call.
 */
final class LongPoll {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WAIT = "WaitTimeSeconds";

  private final Forward forward;
  private final Map<String, Bell> bells = new ConcurrentHashMap<>();

  LongPoll(Forward forward) {
    this.forward = forward;
  }

  Forward.Answer send(AwsCall call, Headers headers) throws IOException, InterruptedException {
    if (call.service() != Service.QUEUES) return forward.send(call, headers);
    var queue = call.parameters().path("QueueUrl").asText();
    var bell = bells.computeIfAbsent(queue.substring(queue.lastIndexOf('/') + 1), n -> new Bell());
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
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      long rung = bell.rung();
      var answer = forward.send(atOnce, headers);
      if (answer.status() != 200 || !isEmpty(answer) || !bell.ringsBefore(end, rung)) return answer;
    }
  }

  private static boolean isEmpty(Forward.Answer answer) throws IOException {
    return JSON.readTree(answer.body()).path("Messages").isEmpty();
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
