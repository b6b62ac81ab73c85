package waybill.exchange.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.commit.Cell;

/** What a replay needs of the way to its subscriber. */
public interface Sending {

  /** Whether anything may be sent at all: not while the subscriber still has something to do. */
  boolean mayGo(Subscription to);

  /** False if somebody else has just changed it. */
  boolean again(Cell<Delivery> open, Subscription to);

  /** Until when a new message is kept at first. */
  @Nullable Instant keptUntil(Subscription to, Arrival arrival);

  /** Makes the delivery of a new message, unless it was made before, and sends it. */
  void first(Subscription to, Arrival arrival, Entry entry);

  /** Its lane's turn has come, unless somebody has it in hand. */
  void release(Subscription to, MessageId of);

  /** What was said so far goes out. */
  void flush();
}
