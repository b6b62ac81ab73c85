package waybill.exchange.translate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Message;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Edit;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.kit.blob.Claims;
import waybill.kit.blob.DataLost;

/** What of a message goes out to a subscription: at its version, behind what it got before. */
public final class Forms {
  /** What a queue takes, less what the envelope and its quoting may add. */
  private static final int SENT_BYTES_MAX = 900 * 1024;

  /** What an answer of Lambda takes, less some room: it is quoted there. */
  private static final int ANSWERED_CHARS_MAX = 5 * 1024 * 1024;

  private final Translator translator;
  private final Claims claims;

  public Forms(Translator translator, Claims claims) {
    this.translator = translator;
    this.claims = claims;
  }

  /**
   * @param after for each subscription, as the message's entry says
   */
  public Message of(
      Subscription to, Arrival arrival, Map<String, Long> after, @Nullable Delivery delivery)
      throws Untranslatable {
    Message message = edited(arrival.message(), delivery);
    long behind = after.getOrDefault(to.id(), 0L);
    if (delivery != null && delivery.isWithoutBody())
      return message.withAfter(behind).withoutData(String.valueOf(delivery.reason()));
    return fitting(to, taken(to, message)).withAfter(behind);
  }

  /** An edit is written under the version that was taken then. */
  private static Message edited(Message message, @Nullable Delivery delivery) {
    Edit edit = delivery == null ? null : delivery.edited();
    return edit == null || message.skipped() != null
        ? message
        : message.as(edit.written(), edit.data());
  }

  /** What was kept elsewhere for its length is with it again: only members can fetch it. */
  private Message whole(Message message) throws Untranslatable {
    try {
      return claims.redeem(message);
    } catch (DataLost e) {
      throw Untranslatable.because(String.valueOf(e.getMessage()));
    }
  }

  private static Message fitting(Subscription to, Message form) throws Untranslatable {
    boolean queued = to.way() == Way.MEMBER || to.way() == Way.QUEUE;
    if (queued && form.toJson().length() > SENT_BYTES_MAX)
      throw Untranslatable.because("it is longer than a queue takes");
    if (to.way() == Way.PULL && escaped(form.toJson()) > ANSWERED_CHARS_MAX)
      throw Untranslatable.because("it is longer than an answer takes");
    return form;
  }

  private static long escaped(String json) {
    long bytes = json.getBytes(StandardCharsets.UTF_8).length;
    return bytes + json.chars().filter(one -> one == '"' || one == '\\').count();
  }

  /** Whether it is among what the subscription wants; what can't be told is. */
  public boolean wants(Subscription subscription, Message message) {
    if (!subscription.wants(message.contract()) || isEarly(subscription, message)) return false;
    if (subscription.filter().wanted().isEmpty()) return true;
    try {
      return subscription.filter().passes(whole(taken(subscription, message)).data());
    } catch (Untranslatable e) {
      return true;
    }
  }

  private static boolean isEarly(Subscription subscription, Message message) {
    return subscription.from() != null && message.time().isBefore(subscription.from());
  }

  private Message taken(Subscription to, Message message) throws Untranslatable {
    List<ContractId> versions = to.versionsOf(message.contract());
    if (message.skipped() != null) return message;
    boolean asItIs = versions.contains(message.contract());
    if (asItIs && to.way() == Way.MEMBER) return message;
    if (!versions.isEmpty()) return translated(versions, whole(message));
    // A deployment may take back what it no longer consumed: what was routed is still owed.
    if (to.way() == Way.MEMBER) return message;
    throw Untranslatable.because(to.name() + " no longer takes it");
  }

  /** As the first that it can become; else the reason is why it can't become the first. */
  private Message translated(List<ContractId> versions, Message message) throws Untranslatable {
    try {
      return translator.to(versions.get(0), message);
    } catch (Untranslatable e) {
      for (ContractId other : versions.subList(1, versions.size())) {
        Optional<Message> there = attempted(other, message);
        if (there.isPresent()) return there.get();
      }
      throw e;
    }
  }

  private Optional<Message> attempted(ContractId version, Message message) {
    try {
      return Optional.of(translator.to(version, message));
    } catch (Untranslatable e) {
      return Optional.empty();
    }
  }
}
