package waybill.sagas.define;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Kind;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;
import waybill.sagas.course.Course;
import waybill.sagas.course.Heard;
import waybill.sagas.course.Reading;

/** All definitions. A saga keeps the version that it began with; a new one takes the newest. */
public final class Definitions {
  private static final int REMEMBERED_MAX = 500;

  private final Catalog builtIn;
  private final Copies copies;
  private final Making making;
  private final Reading.Checking checking;

  /** A version never changes; only what is there is remembered. */
  private final Map<SagaId, SagaDefinition> remembered = new ConcurrentHashMap<>();

  private final Map<ContractId, Kind> kinds = new ConcurrentHashMap<>();

  /**
   * @param catalog knows the contracts that were registered too
   */
  public Definitions(Catalog builtIn, Catalog catalog, Copies copies) {
    this.builtIn = builtIn;
    this.copies = copies;
    this.making = new Making(catalog);
    this.checking = catalog::check;
  }

  public Course course(SagaId id) {
    return course(
        new Known(
            id, find(id).orElseThrow(() -> new IllegalStateException("no definition " + id))));
  }

  public Course course(Known known) {
    return new Course(known.id(), known.definition(), making, checking);
  }

  public Optional<SagaDefinition> find(SagaId id) {
    SagaDefinition known = remembered.get(id);
    if (known != null) return Optional.of(known);
    Optional<SagaDefinition> found =
        builtIn.sagas().contains(id)
            ? Optional.of(SagaFile.read(builtIn.saga(id)))
            : copies.definition(id);
    if (remembered.size() > REMEMBERED_MAX) remembered.clear();
    found.ifPresent(definition -> remembered.put(id, definition));
    return found;
  }

  /**
   * Which sagas a message begins, and which it may cancel.
   *
   * @param cancelled whatever the document says: what it is about is its key
   */
  public record Listeners(List<Beginning> begun, List<Known> cancelled) {

    public Listeners {
      begun = List.copyOf(begun);
      cancelled = List.copyOf(cancelled);
    }

    public boolean isEmpty() {
      return begun.isEmpty() && cancelled.isEmpty();
    }
  }

  /**
   * A definition that is to begin.
   *
   * @param hindrance why it can't; null if it can
   */
  public record Beginning(Known known, @Nullable String hindrance) {}

  public Listeners listenersTo(Heard heard) {
    String contract = heard.contract().name();
    List<Known> all = builtIn(one -> one.isBegunBy(contract) || one.isCancelledBy(contract));
    for (SagaId id : copies.listeningTo(contract))
      find(id).ifPresent(definition -> all.add(new Known(id, definition)));
    Map<String, List<Known>> begun =
        all.stream()
            .filter(one -> one.isBegunBy(contract))
            .sorted(Comparator.comparingInt((Known one) -> one.id().version()).reversed())
            .collect(groupingBy(one -> one.id().name(), TreeMap::new, toList()));
    return new Listeners(
        begun.values().stream().map(versions -> beginning(versions, heard)).toList(),
        all.stream().filter(one -> one.isCancelledBy(contract)).toList());
  }

  private List<Known> builtIn(Predicate<Known> which) {
    List<Known> found = new ArrayList<>();
    for (SagaId id : builtIn.sagas())
      find(id).map(definition -> new Known(id, definition)).filter(which).ifPresent(found::add);
    return found;
  }

  /** The newest version that can read it. */
  private Beginning beginning(List<Known> newestFirst, Heard heard) {
    List<Beginning> all =
        newestFirst.stream().map(one -> new Beginning(one, hindrance(one, heard))).toList();
    return all.stream().filter(one -> one.hindrance() == null).findFirst().orElse(all.get(0));
  }

  private @Nullable String hindrance(Known known, Heard heard) {
    Reading reading =
        Reading.of(heard, List.of(known.definition().begins()), checking).orElseThrow();
    if (!reading.fits()) return reading.fault();
    return course(known).hasRoomFor(heard)
        ? null
        : known.id() + " would have to remember too much of " + heard.contract();
  }

  /** Whether its documents are answers to commands and nothing else. */
  public boolean isReply(ContractId contract) {
    if (builtIn.has(contract)) return builtIn.definition(contract.name()).kind() == Kind.REPLY;
    Kind known = kinds.get(contract);
    if (known == null) {
      known = copies.kind(contract).orElseThrow(() -> unheard(contract));
      if (kinds.size() > REMEMBERED_MAX) kinds.clear();
      kinds.put(contract, known);
    }
    return known == Kind.REPLY;
  }

  /** It is tried again: a registration may be on its way. */
  private static IllegalStateException unheard(ContractId contract) {
    return new IllegalStateException(contract + " has not been heard of yet");
  }
}
