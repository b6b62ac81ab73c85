package waybill.kit.outbox;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import waybill.kit.Limits;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.log.Log;

/**
 * Sends outboxes to the exchange, each in order. It clears nothing (that is for the exchange's word
 * to do) and fails for no single key: that would hold up the whole shard of the stream.
 */
public final class Relay {
  private final Queue out;
  private final Table table;
  private final Clock clock;
  private final Log log;

  public Relay(Queue out, Table table, Clock clock, Log log) {
    this.out = out;
    this.table = table;
    this.clock = clock;
    this.log = log;
  }

  public void send(List<Speaker> speakers) {
    send(speakers, "");
  }

  /**
   * In rounds: the first entry of each item, then the second of each. So no request carries two
   * entries of one item, and nothing overtakes an entry that was refused.
   */
  public void send(List<Speaker> speakers, String round) {
    Set<Key> refused = new HashSet<>();
    int longest = speakers.stream().mapToInt(speaker -> speaker.outbox().size()).max().orElse(0);
    for (int position = 0; position < longest; position++)
      for (List<Speaker> batch : batches(speakers, position, refused))
        refused.addAll(sendOne(batch, position, round));
    refused.forEach(key -> table.waitUntil(key, clock.instant()));
  }

  private static List<List<Speaker>> batches(
      List<Speaker> speakers, int position, Set<Key> refused) {
    List<Speaker> next =
        speakers.stream()
            .filter(speaker -> speaker.outbox().size() > position)
            .filter(speaker -> !refused.contains(speaker.key()))
            .toList();
    return Batches.of(next, Limits.BATCH_ENTRIES_MAX);
  }

  private Set<Key> sendOne(List<Speaker> batch, int position, String round) {
    List<Parcel> parcels =
        batch.stream().map(speaker -> Parcel.of(speaker.outbox().get(position), round)).toList();
    Set<Key> refused =
        refusedOf(parcels).stream().map(at -> batch.get(at).key()).collect(Collectors.toSet());
    for (Speaker speaker : batch)
      log.debug(
          refused.contains(speaker.key()) ? "refused by the queue" : "sent",
          "message_id",
          speaker.outbox().get(position).id());
    return refused;
  }

  private Set<Integer> refusedOf(List<Parcel> parcels) {
    try {
      return out.send(parcels);
    } catch (RuntimeException e) {
      log.error("the out queue took nothing", e);
      return IntStream.range(0, parcels.size()).boxed().collect(Collectors.toSet());
    }
  }
}
