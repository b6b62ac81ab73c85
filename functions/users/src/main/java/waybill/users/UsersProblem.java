package waybill.users;

import waybill.kit.problem.ProblemType;

/** What users refuses. */
enum UsersProblem implements ProblemType {
  EMAIL_TAKEN(409, "The email belongs to another user"),
  PASSWORD_REFUSED(422, "The password is not good enough"),
  WRONG_CREDENTIALS(401, "Nobody logs in like this"),
  TOO_MANY_ATTEMPTS(429, "Too many attempts"),
  RESET_REFUSED(422, "The password is not reset"),
  ACCOUNTS_UNAVAILABLE(503, "Nobody can register or log in right now");

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
