package waybill.bench.saga;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import waybill.bench.spine.CatalogFolder;
import waybill.bench.spine.Machine;
import waybill.bench.spine.Member;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.contracts.Json;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.worker.Worker;

/** Five steps, each by a service that keeps one small row and answers. */
final class Touring implements Plot {
  private static final String TOUR = "tour";
  private static final List<String> LEGS = List.of("rail", "hotel", "car", "guide", "museum");
  private static final Contract<Booking> BOOKED = Contract.of("tour.tour-booked/1", Booking.class);
  private static final Contract<Booking> CLOSE = Contract.of("tour.close-tour/1", Booking.class);
  private static final Kind<Booking> BOOKING = Kind.entity("booking", Booking.class);
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},\"required\":[\"id\"]%s}";

  /** What is said, and what is kept of it. */
  record Booking(String id) {}

  private final Path repository;

  Touring(Path repository) {
    this.repository = repository;
  }

  @Override
  public int steps() {
    return LEGS.size();
  }

  @Override
  public Catalog catalog() {
    CatalogFolder folder = CatalogFolder.beside(repository);
    contract(folder, "tour.tour-booked", "event", "\"key\":\"/id\",\"readers\":[\"sagas\"]");
    contract(folder, "tour.close-tour", "command", "\"senders\":[\"sagas\"]");
    folder.service(TOUR, List.of(BOOKED.id().toString(), close()), List.of(close()));
    folder.service("sagas", List.of(), List.of());
    for (String leg : LEGS) {
      contract(folder, leg + ".book", "command", "\"senders\":[\"sagas\"]");
      contract(folder, leg + ".booked", "reply", "\"readers\":[\"sagas\"]");
      String book = leg + ".book/1";
      folder.service(leg, List.of(book, leg + ".booked/1"), List.of(book));
    }
    return folder.saga("book-tour", definition().toString()).catalog();
  }

  private static String close() {
    return CLOSE.id().toString();
  }

  private static void contract(CatalogFolder folder, String name, String kind, String more) {
    String owner = name.substring(0, name.indexOf('.'));
    folder.contract(
        name,
        "{\"kind\":\"%s\",\"owner\":\"%s\",\"summary\":\"In a run.\",%s}"
            .formatted(kind, owner, more),
        SCHEMA.formatted(kind.equals("command") ? ",\"additionalProperties\":false" : ""));
  }

  private static ObjectNode definition() {
    ObjectNode definition = Json.object().put("owner", TOUR).put("summary", "A tour is booked.");
    definition.put("begins", BOOKED.id().toString());
    ArrayNode steps = definition.putArray("steps");
    for (String leg : LEGS) {
      ObjectNode step = said(steps.addObject().put("name", leg), leg + ".book/1");
      step.putArray("done").add(leg + ".booked/1");
    }
    said(definition.putArray("completed").addObject(), close());
    return definition;
  }

  private static ObjectNode said(ObjectNode told, String command) {
    told.put("command", command).putObject("with").put("/id", "/input/id");
    return told;
  }

  @Override
  public List<Member> cast(Machine machine) {
    List<Member> cast = new ArrayList<>();
    cast.add(member(machine, TOUR, Inbox.of(Inbox.on(CLOSE, m -> Reaction.nothing()))));
    for (String leg : LEGS) cast.add(member(machine, leg, books(leg)));
    return cast;
  }

  private static Inbox books(String leg) {
    Contract<Booking> book = Contract.of(leg + ".book/1", Booking.class);
    Contract<Booking> booked = Contract.of(leg + ".booked/1", Booking.class);
    return Inbox.of(
        Inbox.on(
            book,
            m -> Reaction.commit(BOOKING.fresh(m.data().id(), m.data()).saying(booked, m.data()))));
  }

  private static Member member(Machine machine, String name, Inbox inbox) {
    return new Member(
        machine, "Users", name, (service, in, out) -> new Worker(service, inbox, in, out));
  }

  @Override
  public Commit begin(Member tour, String id) {
    Booking booking = new Booking(id);
    return Commit.commit(BOOKING.fresh(id, booking).saying(BOOKED, booking));
  }

  /** The beginning, a command and a reply a step, the end. */
  @Override
  public int heard() {
    return 2 + 2 * steps();
  }

  @Override
  public int unheard() {
    return 0;
  }
}
