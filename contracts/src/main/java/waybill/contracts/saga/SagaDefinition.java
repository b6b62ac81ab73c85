package waybill.contracts.saga;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;

/**
 * A change that spans services: what begins it, what is done in which order, and what is said at
 * its end.
 *
 * @param begins the message that begins one; its key is the saga's business key
 * @param cancels the message that has a running one undone, by the same key; null if none does
 * @param stages one after the other; the steps of one stage at the same time
 * @param completed what is said when everything was done
 * @param undone what is said when everything was undone
 */
public record SagaDefinition(
    String owner,
    String summary,
    ContractId begins,
    @Nullable ContractId cancels,
    List<List<Step>> stages,
    List<Told> completed,
    List<Told> undone) {

  public SagaDefinition {
    stages = stages.stream().map(List::copyOf).toList();
    completed = List.copyOf(completed);
    undone = List.copyOf(undone);
  }

  public List<Step> steps() {
    return stages.stream().flatMap(List::stream).toList();
  }

  public Optional<Step> step(String name) {
    return steps().stream().filter(step -> step.name().equals(name)).findFirst();
  }

  /** What the coordinator listens to on its behalf. */
  public Set<ContractId> hears() {
    Set<ContractId> heard = new TreeSet<>(Set.of(begins));
    if (cancels != null) heard.add(cancels);
    for (Step step : steps()) {
      heard.addAll(step.done());
      heard.addAll(step.refused());
      step.undoing().ifPresent(undo -> heard.addAll(undo.done()));
      step.undoing().ifPresent(undo -> heard.addAll(undo.refused()));
    }
    return heard;
  }

  /** The contracts that begin or cancel one, whichever version is named. */
  public Set<String> listensTo() {
    Set<String> both = new TreeSet<>(Set.of(begins.name()));
    if (cancels != null) both.add(cancels.name());
    return both;
  }

  /** What the coordinator sends on its behalf. */
  public Set<ContractId> tells() {
    List<Told> told = new ArrayList<>();
    for (Step step : steps()) {
      told.add(step.told());
      step.undoing().ifPresent(undo -> told.add(undo.told()));
    }
    return Stream.of(told, completed, undone)
        .flatMap(List::stream)
        .map(Told::command)
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  /** What it hears and what it tells. */
  public Set<ContractId> uses() {
    Set<ContractId> used = new TreeSet<>(hears());
    used.addAll(tells());
    return used;
  }
}
