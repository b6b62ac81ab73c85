package waybill.local.identity;

/** A refusal in the words of RFC 6749. */
final class OAuthError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  OAuthError(int status, String code, String says) {
    super(says);
    this.status = status;
    this.code = code;
  }

  static OAuthError request(String says) {
    return new OAuthError(400, "invalid_request", says);
  }

  static OAuthError client() {
    return new OAuthError(401, "invalid_client", "No such client, or not its secret");
  }

  static OAuthError grant(String says) {
    return new OAuthError(400, "invalid_grant", says);
  }

  static OAuthError scope() {
    return new OAuthError(400, "invalid_scope", "The client may not have all of these scopes");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
