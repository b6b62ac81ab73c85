package waybill.contracts.verdict;

import java.util.List;

/**
 * A new version against one that is there.
 *
 * @param version the number of the one that is there
 * @param accepted what would break, but for a policy; then the verdict is compatible
 */
public record Judged(int version, Direction direction, Verdict verdict, List<Accepted> accepted) {

  public Judged {
    accepted = List.copyOf(accepted);
  }

  public boolean passes() {
    return verdict.isCompatible();
  }
}
