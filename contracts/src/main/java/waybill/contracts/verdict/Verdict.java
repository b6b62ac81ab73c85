package waybill.contracts.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether every document that is valid under an old schema is valid under a new one.
 *
 * @param breaks what was found to break, each with its witness; none unless it is breaking
 * @param reason why it is not known; null unless it is unknown
 */
public record Verdict(Outcome outcome, List<Break> breaks, @Nullable String reason) {

  /** What came out. */
  public enum Outcome {
    COMPATIBLE,
    BREAKING,
    UNKNOWN
  }

  public Verdict {
    breaks = List.copyOf(breaks);
  }

  public static Verdict compatible() {
    return new Verdict(Outcome.COMPATIBLE, List.of(), null);
  }

  public static Verdict breaking(List<Break> breaks) {
    return new Verdict(Outcome.BREAKING, breaks, null);
  }

  public static Verdict unknown(String reason) {
    return new Verdict(Outcome.UNKNOWN, List.of(), reason);
  }

  /** Only what is proved passes. */
  public boolean isCompatible() {
    return outcome == Outcome.COMPATIBLE;
  }
}
