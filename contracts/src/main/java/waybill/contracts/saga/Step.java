package waybill.contracts.saga;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;

/**
 * One thing that is done somewhere, and how it is undone.
 *
 * @param done the replies that mean that it is done
 * @param refused the replies that mean that nothing was done, nor will be
 * @param undo null if nothing is to be undone
 */
public record Step(
    String name,
    Told told,
    Set<ContractId> done,
    Set<ContractId> refused,
    @Nullable Undo undo,
    Patience patience) {

  public Step {
    done = Set.copyOf(done);
    refused = Set.copyOf(refused);
  }

  /** The same questions are asked of a command and of its undo. */
  public record Undo(Told told, Set<ContractId> done, Set<ContractId> refused, Patience patience) {

    public Undo {
      done = Set.copyOf(done);
      refused = Set.copyOf(refused);
    }
  }

  public Optional<Undo> undoing() {
    return Optional.ofNullable(undo);
  }
}
