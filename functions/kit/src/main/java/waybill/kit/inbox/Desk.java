package waybill.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.Violation;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.Outcome;
import waybill.kit.Limits;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.problem.Refusal;

/** Carries out what an operator decided about the head of a parked key. */
final class Desk {
  private final Table table;
  private final Catalog catalog;
  private final Settling settling;
  private final Drain drain;
  private final Decisions decisions;

  Desk(Table table, Catalog catalog, Settling settling, Drain drain, Decisions decisions) {
    this.table = table;
    this.catalog = catalog;
    this.settling = settling;
    this.drain = drain;
    this.decisions = decisions;
  }

  /** An order about a message that is no longer the head comes too late: nothing happens. */
  void carryOut(DeskOrder order, Word word) {
    MessageId id = new MessageId(order.source(), order.key(), order.sequence());
    Standing standing = Standing.read(table, id);
    if (standing.isDone(id)) Reception.repeat(standing, id, word);
    else obey(order, word);
  }

  private void obey(DeskOrder order, Word word) {
    boolean carriedOut =
        switch (order.order()) {
          case RETRY -> retry(order, word);
          case SKIP -> decisions.untilWritten(() -> skip(order, word));
          case EDIT -> decisions.untilWritten(() -> edit(order, word));
        };
    if (carriedOut) drain.run(order.source(), order.key(), word);
  }

  private boolean retry(DeskOrder order, Word word) {
    Optional<Held> head = head(order);
    head.ifPresent(
        held ->
            word.receipt(
                held.id(), Outcome.RELEASED, held.attempts(), reason("retried", order, "")));
    return head.isPresent();
  }

  private Optional<Boolean> skip(DeskOrder order, Word word) {
    Standing standing = Standing.read(table, order.source(), order.key());
    Optional<Held> first = Held.first(table, order.source(), order.key());
    if (first.isEmpty() || standing.isDone(first.get().id())) return Optional.of(false);
    Held head = first.get();
    if (standing.isFullOfReceipts()) return tooEarly(head, word);
    boolean gap = Reception.after(head.message()) > standing.watermark();
    if (gap && isExpired(head, order)) return pass(standing, order, null, word);
    // Another gap may not be hidden: what is missing would never be asked for again.
    if (gap || head.id().sequence() != order.sequence()) return Optional.of(false);
    return pass(standing, order, head, word);
  }

  private static boolean isExpired(Held head, DeskOrder order) {
    return head.waitsForTheExpired() && Reception.after(head.message()) == order.sequence();
  }

  private static Optional<Boolean> tooEarly(Held head, Word word) {
    word.receipt(
        head.id(), Outcome.PARKED, head.attempts(), "receipts-full: not skipped, try again later");
    return Optional.of(false);
  }

  /**
   * @param held null if what is passed is no longer anywhere
   */
  private Optional<Boolean> pass(
      Standing standing, DeskOrder order, @Nullable Held held, Word word) {
    MessageId id = new MessageId(order.source(), order.key(), order.sequence());
    return settling
        .end(standing, id, held, Outcome.SKIPPED, reason("skipped", order, ""), word)
        .map(fate -> true);
  }

  private Optional<Boolean> edit(DeskOrder order, Word word) {
    Optional<Held> head = head(order).filter(held -> held.message().skipped() == null);
    if (head.isEmpty() || order.data() == null) return Optional.of(false);
    Optional<String> fault = fault(head.get().message(), order.data());
    if (fault.isPresent()) return notEdited(head.get(), order, fault.get(), word);
    Held edited = head.get().edited(order.data());
    if (!settling.write(Prepared.of(edited.put()))) return Optional.empty();
    String how = edited.digests().map(digests -> " (" + digests + ")").orElse("");
    word.receipt(edited.id(), Outcome.RELEASED, edited.attempts(), reason("edited", order, how));
    return Optional.of(true);
  }

  private Optional<String> fault(Message message, JsonNode data) {
    int bytes = Json.write(data).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.MESSAGE_BYTES_MAX) return Optional.of("larger than a message may be");
    if (!catalog.has(message.contract())) return Optional.of("unknown contract");
    List<Violation> violations = catalog.check(message.contract(), data);
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.violates(message.contract(), violations).reason());
  }

  private static Optional<Boolean> notEdited(Held head, DeskOrder order, String fault, Word word) {
    word.receipt(
        head.id(),
        Outcome.PARKED,
        head.attempts(),
        Judge.brief("not edited by " + order.by() + ": " + fault));
    return Optional.of(false);
  }

  private static String reason(String what, DeskOrder order, String how) {
    return Judge.brief(what + " by " + order.by() + how + ": " + order.reason());
  }

  private Optional<Held> head(DeskOrder order) {
    return Held.first(table, order.source(), order.key())
        .filter(held -> held.id().sequence() == order.sequence());
  }
}
