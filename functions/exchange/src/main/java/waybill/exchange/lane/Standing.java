package waybill.exchange.lane;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Untranslatable;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;

/** What stands in a lane behind what is done, as the ledger has it. */
final class Standing {
  private static final int LOOKED_AT = 100;

  private final Ledger ledger;
  private final Forms forms;
  private final Clock clock;

  Standing(Ledger ledger, Forms forms, Clock clock) {
    this.ledger = ledger;
    this.forms = forms;
    this.clock = clock;
  }

  Optional<Cell<Delivery>> first(Cell<Lane> at, Lane lane) {
    return behind(at, lane, 1).stream().findFirst().map(item -> Cell.of(item, Delivery.class));
  }

  @Nullable Instant expiry(Cell<Delivery> of) {
    Entry entry = ledger.entry(Delivery.idOf(of.key())).value();
    return entry == null ? null : Arrival.of(entry).message().expires();
  }

  /** Whether nothing before it is open. */
  boolean isFirst(Cell<Lane> at, Lane lane, MessageId id) {
    return behind(at, lane, LOOKED_AT).stream()
        .filter(item -> !Cell.of(item, Delivery.class).required().isFinal())
        .findFirst()
        .filter(item -> Delivery.idOf(item.key()).equals(id))
        .isPresent();
  }

  boolean isTooLate(Open one) {
    return one.message().isPast(clock.instant());
  }

  /** A crash may have come between a delivery and its lane. */
  Lane passed(Lane lane, Cell<Lane> at) {
    Lane passed = lane;
    for (Item item : behind(at, lane, LOOKED_AT)) {
      if (!Cell.of(item, Delivery.class).required().isFinal()) break;
      passed = passed.settled(Delivery.idOf(item.key()).sequence(), clock.instant());
    }
    return passed;
  }

  /** One that is too late stands alone, since nothing behind it has its turn yet. */
  List<Open> open(Subscription by, Cell<Lane> at, Lane lane, Share share) throws Untranslatable {
    List<Open> open = new ArrayList<>();
    Share left = share;
    for (Item item : behind(at, lane, share.most())) {
      try {
        Open one = open(by, item);
        if (isTooLate(one)) return open.isEmpty() ? List.of(one) : open;
        if (!left.has(one.length())) return open;
        open.add(one);
        left = left.without(one.length());
      } catch (Untranslatable e) {
        if (open.isEmpty()) throw e;
        return open;
      }
    }
    return open;
  }

  private Open open(Subscription by, Item item) throws Untranslatable {
    Cell<Delivery> at = Cell.of(item, Delivery.class);
    MessageId id = Delivery.idOf(item.key());
    Entry entry = ledger.entry(id).value();
    if (entry == null) throw Untranslatable.because(id + " is no longer in the ledger");
    Message message = forms.of(by, Arrival.of(entry), entry.subscribers(), at.required());
    return new Open(message, at);
  }

  private List<Item> behind(Cell<Lane> at, Lane lane, int most) {
    return ledger.deliveriesBehind(at.key().partition(), lane.done(), most);
  }
}
