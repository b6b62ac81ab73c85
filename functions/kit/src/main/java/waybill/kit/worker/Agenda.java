package waybill.kit.worker;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import waybill.contracts.Contract;
import waybill.contracts.Message;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Item;
import waybill.kit.commit.Kind;
import waybill.kit.outbox.Speaker;

/** What a service does by itself, once the time has come for which one of its items waits. */
public final class Agenda {

  /** One kind of item that may be due, and who decides then, by the item's id. */
  public record Entry(Kind<?> kind, Function<String, Commit> handler) {}

  /** What is done at once about whom something was said. */
  private record Said(Contract<?> contract, Function<String, Commit> handler) {}

  private final List<Entry> entries;
  private final List<Said> said;
  private final Runnable minutely;

  private Agenda(List<Entry> entries, List<Said> said, Runnable minutely) {
    this.entries = entries;
    this.said = said;
    this.minutely = minutely;
  }

  public static Agenda of(Entry... entries) {
    return new Agenda(List.of(entries), List.of(), () -> {});
  }

  /** Besides, whatever is due. */
  public Agenda eachMinute(Runnable work) {
    return new Agenda(entries, said, work);
  }

  /**
   * Besides, at once after the service has said this about somebody. Nobody promises that it comes
   * to that, nor that it does so once: what must be done also has an item that is due.
   */
  public Agenda after(Contract<?> contract, Function<String, Commit> handler) {
    return new Agenda(
        entries,
        Stream.concat(said.stream(), Stream.of(new Said(contract, handler))).toList(),
        minutely);
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

  List<Supplier<Commit>> workAfter(Speaker speaker) {
    return said.stream()
        .filter(
            one ->
                speaker.outbox().stream()
                    .anyMatch(
                        unsent ->
                            Message.parse(unsent.text()).contract().equals(one.contract().id())))
        .map(one -> (Supplier<Commit>) () -> one.handler().apply(speaker.key().partition()))
        .toList();
  }

  private static Optional<Supplier<Commit>> work(Entry entry, Item due) {
    return entry.kind().idOf(due).map(id -> () -> entry.handler().apply(id));
  }
}
