package waybill.kit.commit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as it was read.
 *
 * @param version how often it was committed; marks of the outbox leave it alone
 * @param commit the id of the commit that wrote it last
 * @param sequence how many messages it has emitted so far
 */
public record Item(
    Key key,
    String kind,
    long version,
    String commit,
    String doc,
    long sequence,
    List<Unsent> outbox,
    @Nullable Instant due,
    @Nullable Instant expires) {

  public Item {
    outbox = List.copyOf(outbox);
  }

  public int unsentBytes() {
    return outbox.stream().mapToInt(Unsent::bytes).sum();
  }

  /** DynamoDB removes an expired item days late; what is past its date counts as gone at once. */
  public boolean isGone(Instant now) {
    return expires != null && !expires.isAfter(now);
  }
}
