package waybill.exchange.pull;

import waybill.kit.problem.ProblemType;

/** Why somebody can't pull. */
enum PullProblem implements ProblemType {
  ANOTHER_WAY(409, "The subscription is delivered in another way");

  private final int status;
  private final String title;

  PullProblem(int status, String title) {
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
