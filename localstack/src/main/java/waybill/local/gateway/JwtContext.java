package waybill.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a JWT authorizer tells the function of a token. */
final class JwtContext {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JwtContext() {}

  static ObjectNode of(JWTClaimsSet claims, List<String> scopes) {
    var context = JSON.createObjectNode();
    var jwt = context.putObject("jwt");
    jwt.set("claims", JSON.valueToTree(texts(claims)));
    jwt.set("scopes", scopes.isEmpty() ? null : JSON.valueToTree(scopes));
    return context;
  }

  /** Claims reach a function as texts, whatever they were. */
  private static Map<String, String> texts(JWTClaimsSet claims) {
    var texts = new LinkedHashMap<String, String>();
    claims.getClaims().forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
    }
    if (value instanceof Date date) return String.valueOf(date.toInstant().getEpochSecond());
    return String.valueOf(value);
  }
}
