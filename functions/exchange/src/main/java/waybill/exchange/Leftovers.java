package waybill.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Blobs;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Key;

/**
 * Removes long documents to which no entry leads any more, or ever will: the ledger's word alone
 * decides, whatever their age.
 */
final class Leftovers {
  private static final Key PROGRESS = new Key("leftovers", "progress");

  private final Service exchange;
  private final Ledger ledger;
  private final Blobs blobs;

  /** Where the next turn goes on; it begins anew behind the last name. */
  record Progress(@Nullable String cursor) {}

  Leftovers(Service exchange) {
    this.exchange = exchange;
    this.ledger = new Ledger(exchange);
    this.blobs = exchange.blobs();
  }

  /** Another turn at the same time only looks twice. */
  void turn() {
    Cell<Progress> at = Cell.read(exchange.table(), PROGRESS, Progress.class);
    String cursor = Optional.ofNullable(at.value()).map(Progress::cursor).orElse(null);
    for (int page = 0; page < Limits.SWEEP_PAGES_MAX; page++) {
      Blobs.Names names = blobs.list("", cursor);
      names.names().forEach(this::look);
      cursor = names.cursor();
      if (cursor == null) break;
    }
    ledger.write(at, new Progress(cursor));
  }

  private void look(BlobName name) {
    if (!isLeft(name)) return;
    blobs.delete(name);
    exchange.log().info("removed a document", "message_id", name.message().toString());
  }

  /**
   * Once its sequence is routed it is decided for ever which document belongs to it. Before that it
   * may still wait in its source's outbox, however long.
   */
  private boolean isLeft(BlobName name) {
    MessageId id = name.message();
    if (Head.of(ledger.head(id)).routed() < id.sequence()) return false;
    Entry entry = ledger.entry(id).value();
    return entry == null || !name.dataref().equals(Message.parse(entry.text()).dataref());
  }
}
