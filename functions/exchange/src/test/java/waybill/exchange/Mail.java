package waybill.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.worker.QueueEvent;

/** What stands in a queue, as Lambda hands it over. */
final class Mail {

  /** The ARN of a service's {@code out} queue in these tests. */
  static String outOf(String service) {
    return "arn:out-of-" + service;
  }

  static List<Parcel> takenFrom(MemoryQueue queue) {
    List<Parcel> parcels = queue.waiting();
    queue.take();
    return parcels;
  }

  static QueueEvent event(String arn, List<Parcel> parcels) {
    List<QueueEvent.Entry> entries = new ArrayList<>();
    for (int at = 0; at < parcels.size(); at++)
      entries.add(
          new QueueEvent.Entry(
              String.valueOf(at), arn, parcels.get(at).group(), parcels.get(at).body()));
    return new QueueEvent(entries);
  }

  /** As {@link #event}, and so often were they received. */
  static QueueEvent again(List<Parcel> parcels, List<Integer> receives) {
    List<QueueEvent.Entry> entries = new ArrayList<>();
    for (int at = 0; at < parcels.size(); at++)
      entries.add(
          new QueueEvent.Entry(
              String.valueOf(at),
              "",
              parcels.get(at).group(),
              parcels.get(at).body(),
              receives.get(at)));
    return new QueueEvent(entries);
  }

  /** The positions of what must come again. */
  static Set<Integer> failedOf(Map<String, Object> answer) {
    List<?> failures = (List<?>) answer.getOrDefault("batchItemFailures", List.of());
    return failures.stream()
        .map(failure -> ((Map<?, ?>) failure).get("itemIdentifier"))
        .map(id -> Integer.valueOf(String.valueOf(id)))
        .collect(Collectors.toSet());
  }

  private Mail() {}
}
