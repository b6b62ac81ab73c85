package waybill.orders;

import waybill.kit.problem.ProblemType;

/** What orders refuses. */
enum OrdersProblem implements ProblemType {
  ORDER_OVER(409, "The order was rejected or cancelled before"),
  OUT_OF_TURN(409, "This can't follow where the order stands"),
  UNKNOWN_USER(422, "No such user is known here"),
  USERS_UNAVAILABLE(503, "Nobody can say now whether there is such a user; try again");

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
