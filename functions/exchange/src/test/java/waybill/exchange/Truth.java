package waybill.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.FlowBook;
import waybill.contracts.exchange.LedgerBalance;
import waybill.contracts.exchange.SourceBook;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.View;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;

/**
 * What must hold after calm: each subscriber has done what was routed to it, once and in order, and
 * the ledger says what really happened. What was committed is counted in the producer's table, what
 * was done in the subscribers'.
 */
final class Truth {
  private final Simulation simulation;
  private final View view;
  private final Ledger ledger;
  private final List<String> lies = new ArrayList<>();

  Truth(Simulation simulation, View view) {
    this.simulation = simulation;
    this.view = view;
    this.ledger = new Ledger(Given.service("exchange", simulation.table, new HandClock()));
  }

  /** Nothing, if all is well. */
  List<String> lies() {
    simulation.members.forEach(this::hasNothingLeft);
    for (String key : Simulation.KEYS) isRoutedAsCommitted(key);
    balances();
    return lies;
  }

  /** And the ledger would have found out by itself. */
  private void balances() {
    LedgerBalance ledger = simulation.audit();
    lies.addAll(Auditor.unbalanced(ledger));
    if (!ledger.unheard().isEmpty()) lies.add("nothing stated by " + ledger.unheard());
    for (SourceBook source : ledger.sources())
      if (source.balance() != 0) lies.add("does not balance: " + source);
    for (FlowBook flow : ledger.flows()) {
      if (flow.balance() != 0) lies.add("does not balance: " + flow);
      if (flow.committed() != flow.routed()) lies.add("committed is not routed: " + flow);
    }
  }

  private void hasNothingLeft(String name, SimulatedMember member) {
    if (!member.unsent().isEmpty()) lies.add(name + " still has unsent " + member.unsent());
    List<String> parked =
        member.table.items().stream()
            .filter(item -> item.kind().equals("parked"))
            .map(item -> item.key().toString())
            .toList();
    if (!parked.isEmpty()) lies.add(name + " still has parked " + parked);
  }

  private void isRoutedAsCommitted(String key) {
    long committed = simulation.member("users").sequenceOf(key);
    long routed = Head.of(ledger.head(new MessageId("users", key, 1))).routed();
    if (routed != committed) lies.add(key + ": " + committed + " committed, " + routed + " routed");
    for (String subscriber : Simulation.SUBSCRIBERS) isHeardAsRouted(subscriber, key, routed);
  }

  private void isHeardAsRouted(String subscriber, String key, long routed) {
    List<Long> heard = simulation.member(subscriber).heardOf(key);
    if (!List.copyOf(new TreeSet<>(heard)).equals(heard))
      lies.add(subscriber + " did " + key + " as " + heard + ": not once and in order");
    for (long sequence = 1; sequence <= routed; sequence++) {
      MessageId id = new MessageId("users", key, sequence);
      isTrue(subscriber, id, heard.contains(sequence));
    }
  }

  private void isTrue(String subscriber, MessageId id, boolean wasDone) {
    String what = subscriber + " " + id;
    Entry entry = ledger.entry(id).required();
    boolean routedTo = entry.subscribers().containsKey(subscriber);
    if (routedTo != listens(subscriber, entry))
      lies.add(what + " was routed to " + entry.subscribers());
    if (!routedTo) {
      if (wasDone) lies.add(what + " was done but not routed there");
      return;
    }
    DeliveryState said = ledger.delivery(id, subscriber).required().state();
    if (!couldBe(what, wasDone).contains(said))
      lies.add(what + " was " + (wasDone ? "done" : "not done") + ", the ledger says " + said);
  }

  private boolean listens(String subscriber, Entry entry) {
    return view.to(Arrival.of(entry).message().contract()).stream()
        .anyMatch(one -> one.id().equals(subscriber));
  }

  private List<DeliveryState> couldBe(String what, boolean wasDone) {
    if (wasDone) return List.of(DeliveryState.HANDLED);
    List<DeliveryState> could = new ArrayList<>();
    if (simulation.refusals.contains(what)) could.add(DeliveryState.REFUSED);
    if (simulation.skips.contains(what)) could.add(DeliveryState.SKIPPED);
    return could;
  }
}
