package waybill.kit.inbox;

import waybill.contracts.exchange.Outcome;

/** How many messages about a key came to which end: counted in the very commit that ended them. */
public record Tally(long handled, long refused, long skipped) {
  static final Tally NOTHING = new Tally(0, 0, 0);

  Tally and(Outcome end) {
    return switch (end) {
      case HANDLED -> new Tally(handled + 1, refused, skipped);
      case REFUSED -> new Tally(handled, refused + 1, skipped);
      case SKIPPED -> new Tally(handled, refused, skipped + 1);
      case PARKED, RELEASED -> throw new IllegalArgumentException(end + " is no end");
    };
  }
}
