package waybill.kit.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import waybill.contracts.MessageId;
import waybill.kit.blob.Luggage;

/**
 * A commit with its sequences and envelopes, ready to be written.
 *
 * @param messages what it will say, in order
 * @param luggage what is too long to travel with them
 */
public record Prepared(List<Change> changes, List<MessageId> messages, List<Luggage> luggage) {

  public static Prepared of(Change... changes) {
    return new Prepared(List.of(changes), List.of(), List.of());
  }

  public Prepared with(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new Prepared(List.copyOf(more), messages, luggage);
  }

  public Prepared carrying(List<Luggage> too) {
    return new Prepared(changes, messages, Stream.concat(luggage.stream(), too.stream()).toList());
  }

  /**
   * Nothing to write is done already. Long documents come first: what is said leads to its data at
   * any moment, and what is never said leaves them behind unread.
   */
  public boolean writeTo(Table table, String commitId) {
    if (changes.isEmpty()) return true;
    Write write = new Write(commitId, changes);
    luggage.forEach(Luggage::store);
    return table.write(write);
  }
}
