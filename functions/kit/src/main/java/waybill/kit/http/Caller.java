package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Who asks, as the gateway's authorizer found out. A person's token names a user, a machine's only
 * its client; without a token it is nobody.
 */
public record Caller(String subject, String client, Set<String> groups, Sort sort) {
  /** What kind of token was shown. */
  public enum Sort {
    NOBODY,
    PERSON,
    MACHINE
  }

  public static final Caller NOBODY = new Caller("", "", Set.of(), Sort.NOBODY);

  public static Caller machine(String client) {
    return new Caller(client, client, Set.of(), Sort.MACHINE);
  }

  public static Caller person(String username, String... groups) {
    return new Caller(username, "", Set.of(groups), Sort.PERSON);
  }

  /** A JWT authorizer hands over claims, a Lambda authorizer the same ones as its context. */
  static Caller of(JsonNode authorizer) {
    JsonNode claims = authorizer.path("jwt").path("claims");
    return claimed(claims.isMissingNode() ? authorizer.path("lambda") : claims);
  }

  private static Caller claimed(JsonNode claims) {
    if (claims.isMissingNode() || claims.isEmpty()) return NOBODY;
    String client = claims.path("client_id").asText();
    if (!claims.has("username"))
      return new Caller(claims.path("sub").asText(), client, Set.of(), Sort.MACHINE);
    return new Caller(
        claims.path("username").asText(),
        client,
        groups(claims.path("cognito:groups").asText()),
        Sort.PERSON);
  }

  public boolean isOperator() {
    return groups.contains("operator");
  }

  public boolean isMachine() {
    return sort == Sort.MACHINE;
  }

  /**
   * A person about their own things, an operator about anybody's, a machine for those it serves:
   * the scopes of such a route are few machines'.
   */
  public boolean mayActFor(String userId) {
    return isOperator() || isMachine() || (sort == Sort.PERSON && subject.equals(userId));
  }

  /** API Gateway flattens a list claim to {@code [one two]}; a group's name holds no space. */
  private static Set<String> groups(String claim) {
    boolean flattened = claim.startsWith("[") && claim.endsWith("]");
    String inner = (flattened ? claim.substring(1, claim.length() - 1) : claim).strip();
    return inner.isEmpty() ? Set.of() : Set.copyOf(List.of(inner.split(" +")));
  }
}
