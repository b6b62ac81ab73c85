package waybill.contracts.bridge;

import java.util.OptionalInt;
import waybill.contracts.verdict.Direction;

/**
 * The way from a version back to an older one, step by step: over a bridge, or to the version in
 * use before it if what is written on the one side is understood on the other.
 */
public interface Chain {

  /** Where the version's bridge leads to. */
  OptionalInt bridgedFrom(int version);

  /** The newest one in use that is older. */
  OptionalInt before(int version);

  /** Whether the newer one is proved compatible with the older one in that direction. */
  boolean fits(int older, int newer, Direction direction);

  default boolean leads(int newer, int older, Direction direction) {
    int at = newer;
    while (at > older) {
      OptionalInt bridge = bridgedFrom(at);
      OptionalInt next = bridge.isPresent() ? bridge : before(at);
      if (next.isEmpty()) return false;
      if (bridge.isEmpty() && !fits(next.getAsInt(), at, direction)) return false;
      at = next.getAsInt();
    }
    return at == older;
  }
}
