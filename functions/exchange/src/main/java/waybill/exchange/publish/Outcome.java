package waybill.exchange.publish;

import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.kit.problem.Refusal;

/** What became of one event. */
sealed interface Outcome {

  /**
   * @param arrival what is to be passed on; null if it was accepted before
   */
  record Accepted(MessageId id, @Nullable Arrival arrival) implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}
}
