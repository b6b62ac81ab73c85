package waybill.door;

import java.util.Locale;
import waybill.door.Tokens.Untrusted;
import waybill.kit.door.Keeper;
import waybill.kit.door.Verdict;
import waybill.kit.log.Log;

/** Lets in whoever shows a token of the pool with a scope of the route; each refusal is a line. */
final class Door implements Keeper {
  private final Tokens tokens;
  private final Scopes scopes;
  private final Log log;

  Door(Tokens tokens, Scopes scopes, Log log) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.log = log;
  }

  @Override
  public void prime() {
    tokens.prime();
  }

  @Override
  public Verdict verdict(String route, String authorization) {
    try {
      Token token = tokens.trusted(bearer(authorization));
      if (scopes.letThrough(route, token.scopes())) return new Verdict.Admitted(token.told());
      log.info("refused", "reason", "scope", "client_id", token.client(), "route", route);
      return new Verdict.Forbidden();
    } catch (Untrusted e) {
      log.info(
          "refused",
          "reason",
          e.why(),
          "claimed_client_id",
          e.client(),
          "kid",
          e.key(),
          "route",
          route);
      return new Verdict.Unauthorized();
    }
  }

  /** A JWT authorizer takes the token with and without its scheme, so this one does too. */
  private static String bearer(String authorization) {
    boolean isBearer = authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    return (isBearer ? authorization.substring(7) : authorization).strip();
  }
}
