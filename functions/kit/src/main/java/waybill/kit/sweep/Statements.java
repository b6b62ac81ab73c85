package waybill.kit.sweep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Statement;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** Tells the exchange what the books say, in parts that a queue takes and in their order. */
final class Statements {
  /** No key of a message is called so: it waits for none, and none waits for it. */
  private static final String GROUP = "~statements";

  private final Service service;
  private final Queue out;

  Statements(Service service, Queue out) {
    this.service = service;
    this.out = out;
  }

  /**
   * @param at not later than the books were read
   */
  void send(Books books, Instant at, @Nullable String audit, boolean last) {
    var said = Batches.of(books.said(), Limits.STATEMENT_LINES_MAX);
    var heard = Batches.of(books.heard(), Limits.STATEMENT_LINES_MAX);
    int parts = Math.max(Math.max(said.size(), heard.size()), last ? 1 : 0);
    for (int part = 0; part < parts; part++)
      send(new Statement(audit, at, at(said, part), at(heard, part), last && part == parts - 1));
  }

  private static <T> List<T> at(List<List<T>> parts, int part) {
    return part < parts.size() ? parts.get(part) : List.of();
  }

  /** Books with a page torn out say nothing: then the whole turn is to be done again. */
  private void send(Statement statement) {
    var control =
        Control.of(service.ids().next(), service.name(), ExchangeContracts.STATEMENT, statement);
    if (!out.send(List.of(Parcel.of(control, service.name(), GROUP))).isEmpty())
      throw new IllegalStateException("the out queue did not take a statement");
  }
}
