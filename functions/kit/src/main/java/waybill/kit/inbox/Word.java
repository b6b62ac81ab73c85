package waybill.kit.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Gap;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.kit.Ids;
import waybill.kit.Limits;
import waybill.kit.commit.Unsent;
import waybill.kit.log.Log;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/**
 * What a subscriber has to tell the exchange about the messages of one batch. It goes out at the
 * end, best effort: what is lost here is healed by the exchange's next copy.
 */
final class Word {
  private final String service;
  private final Queue out;
  private final Ids ids;
  private final Clock clock;
  private final Log log;
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  Word(String service, Queue out, Ids ids, Clock clock, Log log) {
    this.service = service;
    this.out = out;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  void receipt(MessageId id, Outcome outcome, int attempts, @Nullable String reason) {
    receipts.add(new Receipt(id.toString(), outcome, attempts, clock.instant(), reason, false));
    said(id, outcome, reason);
  }

  void said(MessageId id, Outcome outcome, @Nullable String reason) {
    String what = outcome.name().toLowerCase(Locale.ROOT);
    if (reason == null) log.info(what, "message_id", id.toString());
    else log.info(what, "message_id", id.toString(), "reason", reason);
  }

  /** A final word that is no success leaves with the commit itself: it must not be lost. */
  Unsent kept(MessageId id, Outcome outcome, int attempts, String reason) {
    var receipt = new Receipt(id.toString(), outcome, attempts, clock.instant(), reason, true);
    return new Unsent(
        id.toString(),
        control(ExchangeContracts.RECEIPT, new ReceiptBatch(List.of(receipt))).toJson());
  }

  void missing(Message message, long watermark) {
    long missing = message.after() == null ? 0 : message.after();
    gaps.add(new Gap(message.id().source(), message.id().key(), missing, watermark));
  }

  void send() {
    List<Parcel> parcels = new ArrayList<>();
    for (List<Receipt> some : Batches.of(receipts, Limits.REPORT_ENTRIES_MAX))
      parcels.add(Parcel.unordered(control(ExchangeContracts.RECEIPT, new ReceiptBatch(some))));
    for (Gap gap : gaps)
      parcels.add(Parcel.of(control(ExchangeContracts.GAP, gap), gap.source(), gap.key()));
    Batches.of(parcels, Limits.BATCH_ENTRIES_MAX).forEach(this::trySend);
    receipts.clear();
    gaps.clear();
  }

  private void trySend(List<Parcel> parcels) {
    try {
      out.send(parcels);
    } catch (RuntimeException e) {
      log.error("receipts were not sent; the exchange will ask again", e);
    }
  }

  private <T> Control control(Contract<T> contract, T data) {
    return Control.of(ids.next(), service, contract, data);
  }
}
