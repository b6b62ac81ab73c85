package waybill.exchange.publish;

import waybill.contracts.ContractId;
import waybill.kit.problem.Refusal;

/** Whether an event may be said, going by its contract. */
sealed interface Judged {

  record Fit(ContractId version, String key) implements Judged {}

  record Unfit(Refusal refusal) implements Judged {}
}
