package waybill.exchange.desk;

import waybill.kit.problem.ProblemType;

/** Why something is not ordered. */
enum DeskProblem implements ProblemType {
  NOT_PARKED(409, "This message is not parked, or no longer"),
  NOT_THE_FIRST(409, "Another message of the key is parked before it"),
  IN_OTHER_HANDS(409, "The subscriber has the message in hand"),
  STILL_UNTRANSLATABLE(409, "There is still no way to the version that is taken"),
  MESSAGE_GONE(409, "The message has no data any more: it can't be edited"),
  ALREADY_SKIPPED(409, "The message is on its way without its data");

  private final int status;
  private final String title;

  DeskProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
