package waybill.exchange.erase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.replay.Replays;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Table;

/** Erases what is kept about a key, source by source, message by message. */
public final class Erasing implements Work {
  static final String KIND = "erasure";
  private static final int MESSAGES_A_TURN = 50;
  private static final int REPLAYS_MAX = 1_000;

  private final Service exchange;
  private final Table table;
  private final Ledger ledger;
  private final Remains remains;
  private final Elsewhere elsewhere;

  /**
   * Where an erasure is.
   *
   * @param sources who is still to be looked at, the first now; null before the first turn
   */
  record Place(@Nullable List<String> sources, long next) {}

  public Erasing(Service exchange, Ledger ledger, Elsewhere elsewhere) {
    this.exchange = exchange;
    this.table = exchange.table();
    this.ledger = ledger;
    this.remains = new Remains(exchange, ledger);
    this.elsewhere = elsewhere;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Turn turn(Job job) {
    Cell<Note> at = Cell.read(table, Note.keyOf(job.id()), Note.class);
    Note note = at.required();
    JsonNode place = job.place();
    if (place == null) return on(sources(note), 1, 0);
    Place here = Json.bind(place, Place.class);
    List<String> sources = here.sources() == null ? List.of() : here.sources();
    return sources.isEmpty() ? ended(job, at) : source(note, sources, here.next());
  }

  private Turn source(Note note, List<String> sources, long from) {
    String source = sources.get(0);
    Head head = Head.of(ledger.head(source, note.key()));
    long last = Math.max(head.routed(), head.seen());
    long to = Math.min(last, from + MESSAGES_A_TURN - 1);
    long erased = 0;
    for (long sequence = from; sequence <= to; sequence++)
      if (remains.erase(new MessageId(source, note.key(), sequence), note.why())) erased++;
    if (to < last) return on(sources, to + 1, erased);
    if (last > 0) elsewhere.erase(source, note.key(), note.why().says());
    return on(sources.subList(1, sources.size()), 1, erased);
  }

  private static Turn on(List<String> sources, long next, long erased) {
    return new Turn(Json.tree(new Place(sources, next)), erased);
  }

  private Turn ended(Job job, Cell<Note> at) {
    Note ended = at.required().ended(job.done(), exchange.clock().instant());
    ledger.write(at, ended, ended.listed(), null, null);
    return Turn.last(0);
  }

  /** And whoever repeated them for somebody. */
  private List<String> sources(Note note) {
    Set<String> all = new TreeSet<>();
    if (note.source() != null) all.add(note.source());
    else exchange.catalog().services().forEach(one -> all.add(one.name()));
    List<String> replays = new ArrayList<>();
    for (String source : all)
      for (Item item : table.under(source + "~" + note.key(), Replays.madePlaces(), REPLAYS_MAX))
        replays.add(item.key().place().substring(Replays.madePlaces().length()));
    all.addAll(replays);
    return List.copyOf(all);
  }
}
