package waybill.exchange.replay;

import waybill.kit.problem.ProblemType;

/** Why a replay is not begun. */
enum ReplayProblem implements ProblemType {
  EMPTY_RANGE(422, "The range ends before it begins");

  private final int status;
  private final String title;

  ReplayProblem(int status, String title) {
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
