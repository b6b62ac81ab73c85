package waybill.orders;

import waybill.kit.problem.ProblemType;

/** What orders refuses. */
enum OrdersProblem implements ProblemType {
  UNKNOWN_USER(422, "No such user is known here");

  private final int status;
  private final String title;

  OrdersProblem(int status, String title) {
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
