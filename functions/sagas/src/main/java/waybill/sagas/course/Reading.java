package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import waybill.contracts.ContractId;
import waybill.contracts.Violation;

/**
 * A message, taken as one of the versions that a definition names: as its own if that is among
 * them, else as the newest that its document keeps too.
 *
 * @param violations why it can't be taken; none if it can
 */
public record Reading(ContractId heard, ContractId as, List<Violation> violations) {

  /** Whether a document keeps a version. */
  public interface Checking {
    List<Violation> of(ContractId version, JsonNode document);
  }

  /** None if its contract is not named at all. */
  public static Optional<Reading> of(Heard heard, Collection<ContractId> named, Checking checking) {
    ContractId own = heard.contract();
    if (named.contains(own)) return Optional.of(new Reading(own, own, List.of()));
    List<Reading> newestFirst =
        named.stream()
            .filter(one -> one.name().equals(own.name()))
            .sorted(Comparator.reverseOrder())
            .map(one -> new Reading(own, one, checking.of(one, heard.data())))
            .toList();
    return newestFirst.stream()
        .filter(Reading::fits)
        .findFirst()
        .or(() -> newestFirst.stream().findFirst());
  }

  public boolean fits() {
    return violations.isEmpty();
  }

  public String fault() {
    Violation first = violations.get(0);
    return Bounds.brief(
        heard + " can't be read as " + as + ": " + first.pointer() + " " + first.says());
  }
}
