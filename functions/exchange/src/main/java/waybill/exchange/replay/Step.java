package waybill.exchange.replay;

import waybill.exchange.job.Job;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.commit.Key;

/** Goes on with one key as far as it goes now. */
interface Step {

  /** What is done with which key. */
  record Case(Job job, Wanted wanted, Subscription to, Key key) {}

  /**
   * Where a key is, and what was counted on the way there.
   *
   * @param waits it can't go on before somebody else does something
   */
  record State(Stretch stretch, Tally tally, boolean waits) {

    State looked(Stretch next) {
      return new State(next, tally.looked(), false);
    }

    State with(Stretch next) {
      return new State(next, tally, false);
    }

    State waiting() {
      return new State(stretch, tally, true);
    }
  }

  /** One message further; it waits, or {@link #isOver} holds, or it is called again. */
  State one(Case of, State state);

  boolean isOver(Stretch stretch);
}
