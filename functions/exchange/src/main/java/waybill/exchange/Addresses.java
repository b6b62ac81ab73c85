package waybill.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import waybill.kit.Env;

/**
 * Whose queue is which: {@code users=…,orders=…}, as template.yaml says it.
 *
 * @param out the ARN of each service's {@code out} queue
 * @param in the URL of each service's {@code in} queue
 * @param published the ARN of the queue of what came over HTTP: it holds what the exchange itself
 *     accepted, whoever the source is
 * @param resendAfter when a delivery without a receipt is sent again for the first time
 */
record Addresses(
    Map<String, String> out, Map<String, String> in, String published, Duration resendAfter) {

  /** For who answers only. */
  static final Duration RESENDS_NOTHING = Duration.ofDays(1);

  /** Longer than a queue remembers a deduplication id. */
  private static final String RESEND_AFTER_SECONDS = "360";

  static Addresses ofRouter(Env env) {
    return of(env, pairs(env.get("OUT_QUEUES")), env.get("PUBLISHED_QUEUE_ARN"));
  }

  /** The worker hears nobody. */
  static Addresses ofWorker(Env env) {
    return of(env, Map.of(), "");
  }

  private static Addresses of(Env env, Map<String, String> out, String published) {
    return new Addresses(out, pairs(env.get("IN_QUEUES")), published, resendAfter(env));
  }

  static Duration resendAfter(Env env) {
    return Duration.ofSeconds(
        Long.parseLong(env.find("RESEND_AFTER_SECONDS").orElse(RESEND_AFTER_SECONDS)));
  }

  String speakerOf(String queueArn) {
    return out.entrySet().stream()
        .filter(pair -> pair.getValue().equals(queueArn))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(queueArn + " is nobody's out queue"));
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      if (pair.isBlank()) continue;
      String[] nameAndQueue = pair.split("=", 2);
      if (nameAndQueue.length != 2)
        throw new IllegalStateException("expected service=queue, not " + pair);
      pairs.put(nameAndQueue[0].strip(), nameAndQueue[1].strip());
    }
    return pairs;
  }

  <Q> Map<String, Q> inQueues(Function<String, Q> open) {
    return in.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, pair -> open.apply(pair.getValue())));
  }
}
