package waybill.exchange.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Untranslatable;
import waybill.kit.Service;
import waybill.kit.commit.Change;

/**
 * The exchange could not make the message for a member, or the owner of a queue has asked for it
 * once more. Whoever crashes before it is sent leaves it to the resend.
 */
final class AtExchange implements Holder {
  private final Service exchange;
  private final Ledger ledger;
  private final Forms forms;
  private final Duration resendAfter;

  AtExchange(Service exchange, Ledger ledger, Forms forms, Duration resendAfter) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.forms = forms;
    this.resendAfter = resendAfter;
  }

  @Override
  public Decided take(Subscription of, Wish wish, ParkedKey parked, Delivery next) {
    Instant now = exchange.clock().instant();
    if (wish.order() == Order.SKIP)
      return Decided.here(parked.id(), List.of(skip(of, wish, parked)));
    Delivery sent = next.isWithoutBody() ? next.sentAgain() : next.freed(now);
    try {
      Entry entry = Objects.requireNonNull(parked.entry());
      forms.of(of, Arrival.of(entry), entry.subscribers(), sent);
    } catch (Untranslatable e) {
      return Decided.not(parked.id(), DeskProblem.STILL_UNTRANSLATABLE.because(e.reason()));
    }
    return Decided.here(parked.id(), List.of(open(parked, sent, now)));
  }

  /** A member has to pass it in its place; the owner of a queue hears nothing more of it. */
  private Change skip(Subscription of, Wish wish, ParkedKey parked) {
    Instant now = exchange.clock().instant();
    Delivery held = parked.delivery();
    if (of.way() == Way.MEMBER) return open(parked, held.emptied(now, skipped(wish)), now);
    Delivery ended = held.in(DeliveryState.SKIPPED, held.attempts(), now, skipped(wish));
    return ledger.ending(parked.at(), ended, now);
  }

  static String skipped(Wish wish) {
    return Shortened.reason("skipped by " + wish.by() + ": " + wish.reason());
  }

  private Change open(ParkedKey parked, Delivery sent, Instant now) {
    return parked
        .at()
        .put(sent, sent.listed(parked.at().key()), sent.nextCopy(now, resendAfter), null);
  }
}
