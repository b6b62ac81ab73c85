package waybill.kit.commit;

import waybill.contracts.MessageId;
import waybill.kit.Limits;

/** What would be said has more hops behind it than any honest chain; nothing was written. */
public final class Loop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Loop(MessageId id, int hops) {
    super(
        "%s would be hop %d of a chain, at most %d are made".formatted(id, hops, Limits.HOPS_MAX));
  }
}
