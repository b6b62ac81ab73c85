package waybill.exchange.books;

import java.util.ArrayList;
import java.util.List;
import waybill.contracts.exchange.FlowBook;
import waybill.contracts.exchange.LedgerBalance;
import waybill.contracts.exchange.SourceBook;
import waybill.exchange.books.Sum.Count;

/** What the last audit has found. */
final class Balance {
  private final AuditRows audits;

  Balance(AuditRows audits) {
    this.audits = audits;
  }

  LedgerBalance of(String contract, String subscriber, Sight sight) {
    AuditRows.Last last = audits.last();
    if (last == null) return new LedgerBalance(null, null, null, List.of(), List.of(), List.of());
    boolean ofOneFlow = !contract.isEmpty() || !subscriber.isEmpty();
    List<SourceBook> sources = new ArrayList<>();
    if (!ofOneFlow)
      audits
          .sources(last.audit())
          .forEach(
              (source, sum) -> {
                if (sight.seesSource(source)) sources.add(book(source, sum));
              });
    List<FlowBook> flows = new ArrayList<>();
    audits
        .flows(last.audit(), contract)
        .forEach(
            (flow, sum) -> {
              if (flow.isOf(contract, subscriber) && sight.sees(flow)) flows.add(book(flow, sum));
            });
    boolean balanced =
        sources.stream().allMatch(one -> one.unbalanced().isEmpty())
            && flows.stream().allMatch(one -> one.unbalanced().isEmpty());
    return new LedgerBalance(last.audit(), last.asOf(), balanced, last.unheard(), sources, flows);
  }

  private static SourceBook book(String source, Sum sum) {
    long committed = sum.of(Count.COMMITTED);
    long unsent = sum.of(Count.UNSENT);
    long routed = sum.of(Count.ROUTED);
    return new SourceBook(
        source,
        committed,
        unsent,
        routed,
        sum.of(Count.UNSTATED),
        Math.max(0, committed - unsent - routed),
        sum.unbalanced());
  }

  private static FlowBook book(Flow flow, Sum sum) {
    long routed = sum.of(Count.ROUTED);
    long known =
        sum.of(Count.HANDLED)
            + sum.of(Count.REFUSED)
            + sum.of(Count.SKIPPED)
            + sum.of(Count.PARKED)
            + sum.of(Count.IN_FLIGHT);
    return new FlowBook(
        flow.contract(),
        flow.subscription(),
        sum.of(Count.COMMITTED),
        sum.of(Count.UNSENT),
        routed,
        sum.of(Count.HANDLED),
        sum.of(Count.REFUSED),
        sum.of(Count.SKIPPED),
        sum.of(Count.PARKED),
        sum.of(Count.IN_FLIGHT),
        Math.max(0, routed - known),
        sum.oldest(),
        sum.oldestId(),
        sum.unbalanced());
  }
}
