package waybill.kit.inbox;

import waybill.kit.commit.Prepared;

/** What became of running a handler, before anything is written. */
sealed interface Verdict {

  record Effective(Prepared effect) implements Verdict {}

  record Refused(String reason) implements Verdict {}

  /** It came without its data: nothing was run. */
  record Skipped(String reason) implements Verdict {}

  /**
   * @param mayPass whether trying again by itself can help; a document outside its contract stays
   *     so
   */
  record Failed(String reason, boolean mayPass) implements Verdict {}
}
