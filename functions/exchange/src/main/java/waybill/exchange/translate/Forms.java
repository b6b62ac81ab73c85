package waybill.exchange.translate;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Message;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;

/** What of a message goes out to a subscription: at its version, behind what it got before. */
public final class Forms {
  private final Translator translator;

  public Forms(Translator translator) {
    this.translator = translator;
  }

  /**
   * @param after for each subscription, as the message's entry says
   */
  public Message of(
      Subscription to, Arrival arrival, Map<String, Long> after, @Nullable Delivery delivery)
      throws Untranslatable {
    Message message = edited(arrival.message(), delivery);
    return taken(to, message).withAfter(after.getOrDefault(to.id(), 0L));
  }

  private static Message edited(Message message, @Nullable Delivery delivery) {
    return delivery == null || delivery.edited() == null || message.skipped() != null
        ? message
        : message.withData(delivery.edited());
  }

  /** Whether it is among what the subscription wants; what can't be told is. */
  public boolean wants(Subscription subscription, Message message) {
    if (!subscription.wants(message.contract())) return false;
    if (subscription.filter().wanted().isEmpty()) return true;
    try {
      return subscription.filter().passes(taken(subscription, message).data());
    } catch (Untranslatable e) {
      return true;
    }
  }

  private Message taken(Subscription to, Message message) throws Untranslatable {
    Optional<ContractId> version = to.versionOf(message.contract());
    if (message.skipped() != null) return message;
    if (version.isPresent()) return translator.to(version.get(), message);
    // A deployment may take back what it no longer consumed: what was routed is still owed.
    if (to.way() == Way.MEMBER) return message;
    throw Untranslatable.because(to.name() + " no longer takes it");
  }
}
