package waybill.exchange.publish;

import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.Event;
import waybill.kit.problem.Refusal;

/**
 * One of what was posted, on its way in.
 *
 * @param event null if it has not the form of one
 * @param refusal null as long as nothing speaks against it
 */
record Candidate(@Nullable Event event, @Nullable Refusal refusal) {

  static Candidate of(Event event) {
    return new Candidate(event, null);
  }

  static Candidate refused(@Nullable Event event, Refusal refusal) {
    return new Candidate(event, refusal);
  }
}
