package waybill.kit.commit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one commit does to one item, on condition that the item still has the version read. */
public sealed interface Change {

  Key key();

  /** The version that was read; 0 where nothing was there. */
  long expected();

  /** The whole new state of the item; {@code says} is appended to what its outbox holds. */
  record Put(
      Key key,
      long expected,
      String kind,
      String doc,
      @Nullable Place place,
      @Nullable Instant due,
      @Nullable Instant expires,
      long sequence,
      List<Unsent> says,
      boolean leftovers)
      implements Change {

    /** Whether the relay has something to do: new messages, or old ones that it had to leave. */
    public boolean speaks() {
      return leftovers || !says.isEmpty();
    }
  }

  /** Nothing is written, but the commit fails if the item has changed. */
  record Check(Key key, long expected) implements Change {}

  /** Only for items that have never spoken: a sequence never restarts. */
  record Remove(Key key, long expected) implements Change {}
}
