package waybill.exchange;

import java.util.List;
import waybill.contracts.Catalog;
import waybill.contracts.Message;
import waybill.contracts.Violation;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Claims;
import waybill.kit.blob.DataLost;
import waybill.kit.log.Log;

/**
 * Lets in what keeps its contract. What does not stays in its source's outbox, its key waits behind
 * it, and the log says why.
 */
final class Door {
  private final Catalog catalog;
  private final Claims claims;
  private final Retirement retirement;
  private final Log log;

  Door(Catalog catalog, Claims claims, Retirement retirement, Log log) {
    this.catalog = catalog;
    this.claims = claims;
    this.retirement = retirement;
    this.log = log;
  }

  boolean admits(Message message) {
    if (!catalog.has(message.contract())) return held(message, "unknown contract");
    if (!catalog.definition(message.contract().name()).senders().contains(message.source()))
      return held(message, "not a sender of this contract");
    if (isOfAnother(message)) return held(message, "its data are another message's");
    Message whole;
    try {
      whole = claims.redeem(message);
    } catch (DataLost e) {
      return held(message, String.valueOf(e.getMessage()));
    }
    List<Violation> violations = catalog.check(message.contract(), whole.data());
    if (!violations.isEmpty())
      return held(message, violations.get(0).rule() + " at " + violations.get(0).pointer());
    return !retirement.forbids(message) || held(message, "retired version");
  }

  /** Readers may read more than the speaker: its word alone does not show them what is there. */
  private static boolean isOfAnother(Message message) {
    String dataref = message.dataref();
    return dataref != null && !BlobName.ofDataref(dataref).message().equals(message.id());
  }

  private boolean held(Message message, String why) {
    log.warn(
        "held at the door",
        "message_id",
        message.id().toString(),
        "contract",
        message.contract().toString(),
        "reason",
        why);
    return false;
  }
}
