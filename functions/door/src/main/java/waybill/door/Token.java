package waybill.door;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A token that is trusted: what it says counts. */
record Token(JWTClaimsSet claims) {
  private static final String GROUPS = "cognito:groups";

  String client() {
    return text("client_id");
  }

  Set<String> scopes() {
    return Set.copyOf(Arrays.stream(text("scope").split(" ")).distinct().toList());
  }

  /** For the route's function: the claims that it reads, under the names that a JWT has. */
  Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    for (String name : List.of("sub", "client_id", "username", "scope", "token_use"))
      if (claims.getClaim(name) != null) told.put(name, text(name));
    if (claims.getClaim(GROUPS) instanceof List<?> groups && !groups.isEmpty())
      told.put(GROUPS, groups.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    return told;
  }

  private String text(String name) {
    return Objects.toString(claims.getClaim(name), "");
  }
}
