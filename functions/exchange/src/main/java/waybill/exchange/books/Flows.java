package waybill.exchange.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.FlowList;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Prepared;

/**
 * How messages flow: what was counted since the last audit, on top of what the audit found. Counts
 * of the last minutes are kept apart, those before are folded into one row a contract.
 */
public final class Flows implements Audit.Finished {
  private static final Duration LATELY = Duration.ofMinutes(15);
  private final Service exchange;
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Counters counters;
  private final AuditRows audits;
  private final Clock clock;

  public Flows(Service exchange, Ledger ledger, Subscriptions subscriptions, Counters counters) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.counters = counters;
    this.audits = new AuditRows(exchange);
    this.clock = exchange.clock();
  }

  public List<FlowList.Flow> now(String contract, String subscription) {
    List<FlowList.Flow> flows = new ArrayList<>();
    byContract()
        .forEach(
            (name, ids) -> {
              if (contract.isEmpty() || name.equals(contract)) flows.addAll(of(name, ids));
            });
    flows.removeIf(one -> !subscription.isEmpty() && !one.subscriber().equals(subscription));
    return flows;
  }

  private Map<String, Set<String>> byContract() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (Subscription one : subscriptions.now().all())
      one.takes()
          .forEach(
              taken -> all.computeIfAbsent(taken.name(), name -> new TreeSet<>()).add(one.id()));
    return all;
  }

  private Cell<Totals> totals(String contract) {
    return Cell.read(exchange.table(), Totals.keyOf(contract), Totals.class);
  }

  private List<FlowList.Flow> of(String contract, Set<String> subscribers) {
    Instant now = clock.instant();
    Totals total = Totals.orNone(totals(contract).value());
    Instant lately = FlowCounts.bucketOf(now.minus(LATELY));
    Instant from = total.upTo().isBefore(lately) ? total.upTo() : lately;
    Buckets buckets = Buckets.read(counters, contract, from);
    Instant end = now.plus(FlowCounts.BUCKET);
    Totals all = total.and(buckets.between(total.upTo(), end), end);
    return subscribers.stream().map(id -> flow(contract, id, all, buckets, now)).toList();
  }

  private FlowList.Flow flow(String contract, String id, Totals all, Buckets buckets, Instant now) {
    long produced = all.of(id, FlowCounts.PRODUCED);
    long ended = all.of(id, "handled") + all.of(id, "refused") + all.of(id, "skipped");
    long backlog = Math.max(0, produced - ended);
    var in = buckets.produced(id, now);
    var out = buckets.ended(id, now);
    return new FlowList.Flow(
        contract,
        id,
        produced,
        all.of(id, "handled"),
        all.of(id, "refused"),
        all.of(id, "skipped"),
        backlog,
        in,
        out,
        backlog == 0 ? null : age(id, all, buckets, backlog, now),
        drain(backlog, out.fiveMinutes() - in.fiveMinutes()));
  }

  private static @Nullable Double drain(long backlog, double faster) {
    if (backlog == 0) return 0.0;
    return faster > 0 ? backlog / faster : null;
  }

  private double age(String id, Totals all, Buckets buckets, long backlog, Instant now) {
    Instant since = buckets.oldestOf(id, backlog, now);
    Totals.Open known = all.oldest().get(id);
    if (known != null && known.routedAt().isBefore(since) && isOpen(known.id(), id))
      since = known.routedAt();
    return Math.max(0, Duration.between(since, now).toMillis()) / 1000.0;
  }

  private boolean isOpen(String message, String subscription) {
    Delivery delivery = ledger.delivery(MessageId.parse(message), subscription).value();
    return delivery != null && !delivery.isFinal();
  }

  /** What nothing more is added to is folded; of what was counted twice the first time counts. */
  public void minute() {
    Instant upTo = FlowCounts.bucketOf(clock.instant().minus(FlowCounts.LATE.multipliedBy(2)));
    byContract().keySet().forEach(contract -> fold(contract, upTo));
  }

  private void fold(String contract, Instant upTo) {
    Cell<Totals> at = totals(contract);
    Totals total = Totals.orNone(at.value());
    if (!total.upTo().isBefore(upTo)) return;
    var more = Buckets.read(counters, contract, total.upTo()).between(total.upTo(), upTo);
    if (!more.isEmpty()) write(at, total.and(more, upTo));
  }

  /** The ledger itself has been counted: from now on that counts. */
  @Override
  public void audit(String id, Instant asOf, long unbalanced) {
    Map<String, Totals> counted = new HashMap<>();
    audits
        .flows(id, "")
        .forEach(
            (flow, sum) ->
                counted.merge(flow.contract(), totals(flow, sum, asOf), Flows::together));
    counted.forEach(this::set);
  }

  private static Totals totals(Flow flow, Sum sum, Instant asOf) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put(flow.subscription() + "~produced", sum.of(Sum.Count.ROUTED));
    counts.put(flow.subscription() + "~handled", sum.of(Sum.Count.HANDLED));
    counts.put(flow.subscription() + "~refused", sum.of(Sum.Count.REFUSED));
    counts.put(flow.subscription() + "~skipped", sum.of(Sum.Count.SKIPPED));
    Map<String, Totals.Open> oldest = new TreeMap<>();
    if (sum.oldest() != null && sum.oldestId() != null)
      oldest.put(flow.subscription(), new Totals.Open(sum.oldestId(), sum.oldest()));
    return new Totals(asOf, counts, oldest);
  }

  private static Totals together(Totals one, Totals other) {
    Map<String, Totals.Open> oldest = new TreeMap<>(one.oldest());
    oldest.putAll(other.oldest());
    Totals sum = one.and(other.counts(), one.upTo());
    return new Totals(sum.upTo(), sum.counts(), oldest);
  }

  private void set(String contract, Totals counted) {
    exchange
        .decisions()
        .untilWritten(
            () -> write(totals(contract), counted) ? Optional.of(true) : Optional.empty());
  }

  private boolean write(Cell<Totals> at, Totals value) {
    return Prepared.of(at.put(value, null, null)).writeTo(exchange.table(), exchange.ids().next());
  }
}
