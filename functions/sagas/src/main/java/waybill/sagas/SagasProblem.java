package waybill.sagas;

import waybill.kit.problem.ProblemType;

/** What sagas refuses. */
enum SagasProblem implements ProblemType {
  NOT_NOW(409, "As the saga is, this can't be done"),
  UNKNOWN_SAGA(404, "There is no such saga");

  private final int status;
  private final String title;

  SagasProblem(int status, String title) {
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
