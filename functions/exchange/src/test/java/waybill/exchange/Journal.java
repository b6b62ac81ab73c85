package waybill.exchange;

import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.inbox.Inbox.on;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
import waybill.kit.inbox.Delivery;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.problem.Problem;

/**
 * What a subscriber does in these tests: it writes down each message that it hears about a key. So
 * an effect that is lost, repeated or out of order stands there to be read.
 */
final class Journal {
  private static final Kind<Heard> HEARD = Kind.entry("heard", Heard.class);

  private final Set<String> refused = new HashSet<>();
  private final Set<String> poisoned = new HashSet<>();

  record Heard(List<Long> sequences) {
    Heard and(long sequence) {
      List<Long> more = new ArrayList<>(sequences);
      more.add(sequence);
      return new Heard(List.copyOf(more));
    }
  }

  Inbox inbox(Rows rows) {
    return Inbox.of(on(USER_REGISTERED, m -> hear(rows, m)), on(USER_CHANGED, m -> hear(rows, m)));
  }

  void refuse(String id) {
    refused.add(id);
  }

  void failAt(String id) {
    poisoned.add(id);
  }

  void recover() {
    poisoned.clear();
  }

  private Reaction hear(Rows rows, Delivery<?> delivery) {
    if (poisoned.contains(delivery.id().toString())) throw new IllegalStateException("poisoned");
    if (refused.contains(delivery.id().toString()))
      return Reaction.refuse(Problem.FORBIDDEN.because("not wanted here"));
    Row<Heard> row = rows.at(HEARD, delivery.key());
    Heard heard = row.value().orElse(new Heard(List.of()));
    return Reaction.commit(row.put(heard.and(delivery.id().sequence())));
  }

  /** The sequences about this key that had an effect, as they had it. */
  static List<Long> of(String key, Table table) {
    return new Rows(table, Clock.systemUTC())
        .find(HEARD, key)
        .map(Heard::sequences)
        .orElse(List.of());
  }
}
