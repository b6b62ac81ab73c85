package waybill.exchange.hear;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.kit.Service;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Queue;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;

/** The exchange as a subscriber among others. */
public final class Hearing {
  private final InboxTable table;
  private final Inbox inbox;
  private final Worker worker;

  public Hearing(Service exchange, Widening widening, Queue in, Queue out) {
    this.table = new InboxTable(exchange.table());
    Service subscriber =
        new Service(
            exchange.name(),
            table,
            exchange.blobs(),
            exchange.catalog(),
            exchange.clock(),
            exchange.ids(),
            exchange.pause(),
            exchange.log());
    this.inbox = new CatalogInbox(new Copies(subscriber.rows()), widening).inbox();
    this.worker = new Worker(subscriber, inbox, in, out);
  }

  public Set<String> listensTo() {
    return inbox.contracts().stream().map(ContractId::toString).collect(Collectors.toSet());
  }

  public Map<String, Object> messages(QueueEvent event) {
    return messages(event, null);
  }

  /**
   * @param deadline when the process will be ended, if that is known
   */
  public Map<String, Object> messages(QueueEvent event, @Nullable Instant deadline) {
    return passedOn(worker.messages(event, deadline));
  }

  public Map<String, Object> deadLetters(QueueEvent event) {
    return passedOn(worker.deadLetters(event));
  }

  private Map<String, Object> passedOn(Map<String, Object> answer) {
    worker.changes(table.speakers());
    return answer;
  }

  public void sweep() {
    worker.order("sweep");
  }

  public void minute() {
    worker.order("minute");
  }
}
