package waybill.local.identity;

/** What Cognito answers with status 400, under its own name. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String type;

  Refused(String type, String message) {
    super(message);
    this.type = type;
  }

  String type() {
    return type;
  }

  static Refused notAuthorized() {
    return new Refused("NotAuthorizedException", "Incorrect username or password.");
  }

  static Refused parameter(String what) {
    return new Refused("InvalidParameterException", what);
  }
}
