package waybill.payments;

import waybill.kit.problem.ProblemType;

/** What payments refuses. */
enum PaymentsProblem implements ProblemType {
  BAD_USER_ID(422, "No user can have such an id"),
  OTHER_CURRENCY(422, "The account is kept in another currency"),
  BALANCE_TOO_HIGH(422, "No account may hold so much");

  private final int status;
  private final String title;

  PaymentsProblem(int status, String title) {
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
