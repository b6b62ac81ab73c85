package waybill.users;

import waybill.kit.problem.ProblemType;

/** What users refuses. */
enum UsersProblem implements ProblemType {
  EMAIL_TAKEN(409, "The email belongs to another user");

  private final int status;
  private final String title;

  UsersProblem(int status, String title) {
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
