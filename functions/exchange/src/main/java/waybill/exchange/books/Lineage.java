package waybill.exchange.books;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.RelatedMessage;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;

/** What a message was said to, and what was said to it: names and times, not what they say. */
public final class Lineage {
  private static final int CAUSES_MAX = 10;
  private static final int RELATED_MAX = 100;
  private final Ledger ledger;

  public Lineage(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The nearest first. A cause that is not in the ledger, a request for one, is the last. */
  public List<RelatedMessage> causedBy(Message message) {
    List<RelatedMessage> causes = new ArrayList<>();
    String cause = message.causation();
    while (cause != null && causes.size() < CAUSES_MAX) {
      Message known = known(cause);
      causes.add(known == null ? new RelatedMessage(cause, null, null) : related(known));
      cause = known == null ? null : known.causation();
    }
    return causes;
  }

  private @Nullable Message known(String id) {
    if (!MessageId.isId(id)) return null;
    Entry entry = ledger.entry(MessageId.parse(id)).value();
    return entry == null ? null : Arrival.of(entry).message();
  }

  /** The newest first, of those that belong together with it. */
  public List<RelatedMessage> caused(Message message) {
    String id = message.id().toString();
    return ledger.related(message.correlation(), null, RELATED_MAX).items().stream()
        .flatMap(item -> Found.in(item).stream())
        .map(Found::message)
        .filter(other -> id.equals(other.causation()))
        .map(Lineage::related)
        .toList();
  }

  private static RelatedMessage related(Message message) {
    return new RelatedMessage(
        message.id().toString(), message.contract().toString(), message.time());
  }
}
