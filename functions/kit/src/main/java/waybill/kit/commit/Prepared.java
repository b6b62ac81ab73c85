package waybill.kit.commit;

import java.util.ArrayList;
import java.util.List;
import waybill.contracts.MessageId;

/**
 * A commit with its sequences and envelopes, ready to be written.
 *
 * @param messages what it will say, in order
 */
public record Prepared(List<Change> changes, List<MessageId> messages) {

  public static Prepared of(Change... changes) {
    return new Prepared(List.of(changes), List.of());
  }

  public Prepared with(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new Prepared(List.copyOf(more), messages);
  }

  /** Nothing to write is done already. */
  public boolean writeTo(Table table, String commitId) {
    return changes.isEmpty() || table.write(new Write(commitId, changes));
  }
}
