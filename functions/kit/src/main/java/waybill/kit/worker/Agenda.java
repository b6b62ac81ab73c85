package waybill.kit.worker;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Item;
import waybill.kit.commit.Kind;

/** What a service does by itself, once the time has come for which one of its items waits. */
public final class Agenda {

  /** One kind of item that may be due, and who decides then, by the item's id. */
  public record Entry(Kind<?> kind, Function<String, Commit> handler) {}

  private final List<Entry> entries;
  private final Runnable minutely;

  private Agenda(List<Entry> entries, Runnable minutely) {
    this.entries = entries;
    this.minutely = minutely;
  }

  public static Agenda of(Entry... entries) {
    return new Agenda(List.of(entries), () -> {});
  }

  /** Besides, whatever is due. */
  public Agenda eachMinute(Runnable work) {
    return new Agenda(entries, work);
  }

  void minute() {
    minutely.run();
  }

  /**
   * The handler reads the item again, and finds whether it is still due. Its commit moves the mark;
   * otherwise it is asked again each minute.
   */
  public static Entry when(Kind<?> kind, Function<String, Commit> handler) {
    return new Entry(kind, handler);
  }

  Optional<Supplier<Commit>> workOf(Item due) {
    return entries.stream().flatMap(entry -> work(entry, due).stream()).findFirst();
  }

  private static Optional<Supplier<Commit>> work(Entry entry, Item due) {
    return entry.kind().idOf(due).map(id -> () -> entry.handler().apply(id));
  }
}
