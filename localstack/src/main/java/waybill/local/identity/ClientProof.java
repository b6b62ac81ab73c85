package waybill.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which client asks for a token, by HTTP Basic or in the form, but not both. Every machine's secret
 * is {@code local-secret-of-} and its name: whoever reaches this machine gets its tokens anyway.
 */
record ClientProof(String id, @Nullable String secret) {
  static final String SECRET = "local-secret-of-";

  static ClientProof of(PoolRequest request, Form form) throws OAuthError {
    var header = request.headers().first("Authorization");
    if (header == null) return new ClientProof(form.get("client_id"), form.find("client_secret"));
    if (form.find("client_secret") != null)
      throw OAuthError.request("The client proves itself twice");
    var proof = basic(header);
    var named = form.find("client_id");
    if (named != null && !named.equals(proof.id())) throw OAuthError.client();
    return proof;
  }

  private static ClientProof basic(String header) throws OAuthError {
    if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) throw OAuthError.client();
    try {
      var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) throw OAuthError.client();
      return new ClientProof(
          Form.decoded(pair.substring(0, colon)), Form.decoded(pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw OAuthError.client();
    }
  }

  boolean isProved() {
    return secret != null
        && MessageDigest.isEqual(secret.getBytes(UTF_8), (SECRET + id).getBytes(UTF_8));
  }
}
