package waybill.kit.inbox;

import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.problem.Refusal;

/** What a handler makes of a message: something to write, or a refusal. */
public sealed interface Reaction {

  record Effect(Commit commit) implements Reaction {}

  record Refused(Refusal refusal) implements Reaction {}

  static Reaction commit(Draft<?>... drafts) {
    Commit commit = Commit.nothing();
    for (Draft<?> draft : drafts) commit = commit.and(draft);
    return new Effect(commit);
  }

  /** Heard, and nothing is to be done about it. */
  static Reaction nothing() {
    return new Effect(Commit.nothing());
  }

  static Reaction refuse(Refusal refusal) {
    return new Refused(refusal);
  }
}
