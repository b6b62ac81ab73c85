package waybill.exchange.publish;

import java.util.ArrayList;
import java.util.List;
import waybill.contracts.exchange.Event;
import waybill.exchange.ledger.Arrival;
import waybill.kit.commit.Conflicted;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Unavailable;
import waybill.kit.log.Log;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** Takes events one after the other, so that those about one key keep their order. */
final class Publishing {
  private final Accepting accepting;
  private final Dispatch dispatch;
  private final Log log;

  Publishing(Accepting accepting, Dispatch dispatch, Log log) {
    this.accepting = accepting;
    this.dispatch = dispatch;
    this.log = log;
  }

  List<Outcome> publish(List<Candidate> candidates, String client, Origin request) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Candidate one : candidates)
      outcomes.add(isBusy(outcomes) ? busy("one before it was not taken") : take(one, request));
    dispatch.send(accepted(outcomes), "");
    for (int at = 0; at < outcomes.size(); at++)
      told(candidates.get(at), outcomes.get(at), client, request);
    return outcomes;
  }

  /** What follows would overtake what is to be sent again. */
  private static boolean isBusy(List<Outcome> outcomes) {
    return !outcomes.isEmpty()
        && outcomes.get(outcomes.size() - 1) instanceof Outcome.Refused refused
        && refused.refusal().type() == Problem.BUSY;
  }

  private static Outcome busy(String why) {
    return new Outcome.Refused(Problem.BUSY.because(why));
  }

  private Outcome take(Candidate one, Origin request) {
    Refusal refusal = one.refusal();
    Event event = one.event();
    if (refusal != null || event == null)
      return new Outcome.Refused(refusal == null ? Problem.INTERNAL.because("no event") : refusal);
    try {
      return accepting.accept(event, request);
    } catch (Conflicted | Unavailable e) {
      return busy("nothing was changed");
    }
  }

  private static List<Arrival> accepted(List<Outcome> outcomes) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Outcome outcome : outcomes)
      if (outcome instanceof Outcome.Accepted accepted && accepted.arrival() != null)
        arrivals.add(accepted.arrival());
    return arrivals;
  }

  private void told(Candidate one, Outcome outcome, String client, Origin request) {
    Event event = one.event();
    String source = event == null ? "" : event.source();
    String type = event == null ? "" : event.type();
    Log here = log.with("correlation_id", request.correlation());
    if (outcome instanceof Outcome.Accepted accepted)
      here.info("accepted", "message_id", accepted.id().toString(), "contract", type);
    else
      here.warn(
          "refused at the door",
          "client",
          client,
          "source",
          source,
          "contract",
          type,
          "reason",
          ((Outcome.Refused) outcome).refusal().reason());
  }
}
