package waybill.kit.inbox;

import java.util.Optional;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Erase;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;

/** Takes the data of what is parked about a key: its place in the order stays, and says why. */
final class Erasing {
  private static final int PARKED_MOST = 10_000;

  private final Table table;
  private final Settling settling;
  private final Drain drain;
  private final Decisions decisions;

  Erasing(Table table, Settling settling, Drain drain, Decisions decisions) {
    this.table = table;
    this.settling = settling;
    this.drain = drain;
    this.decisions = decisions;
  }

  /** Afterwards nothing hinders the key any more: what has no data is passed over. */
  void carryOut(Erase erase, Word word) {
    Standing standing = Standing.read(table, erase.source(), erase.key());
    if (standing.parked() == 0) return;
    for (long sequence : Held.sequences(table, standing, PARKED_MOST))
      erase(new MessageId(erase.source(), erase.key(), sequence), erase.reason());
    drain.run(erase.source(), erase.key(), word);
  }

  private void erase(MessageId id, String reason) {
    decisions.untilWritten(
        () -> {
          Optional<Held> held = Held.find(table, id);
          if (held.isEmpty() || held.get().message().skipped() != null) return Optional.of(true);
          Held without = held.get().replacedBy(held.get().message().withoutData(reason));
          return settling.write(Prepared.of(without.put())) ? Optional.of(true) : Optional.empty();
        });
  }
}
