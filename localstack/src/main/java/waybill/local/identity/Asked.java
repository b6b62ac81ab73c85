package waybill.local.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.local.template.LoginClient;

/** What a page asks of the login page: to send somebody back who has logged in. */
record Asked(
    String client,
    String redirect,
    @Nullable String state,
    @Nullable String nonce,
    List<String> scopes,
    String challenge) {

  /** Nobody is sent anywhere before client and address are known to belong together. */
  static LoginClient client(Form form, List<LoginClient> clients) throws OAuthError {
    var id = form.get("client_id");
    var redirect = form.get("redirect_uri");
    return clients.stream()
        .filter(client -> client.id().equals(id) && client.callbacks().contains(redirect))
        .findFirst()
        .orElseThrow(() -> OAuthError.request("No such client, or not its redirect_uri"));
  }

  /**
   * A public client has nothing to prove itself by but its challenge: without one it gets no code.
   */
  static Asked of(Form form, LoginClient client) throws OAuthError {
    if (!form.get("response_type").equals("code"))
      throw new OAuthError(400, "unsupported_response_type", "response_type is code");
    if (!form.get("code_challenge_method").equals("S256"))
      throw OAuthError.request("code_challenge_method is S256");
    return new Asked(
        client.id(),
        form.get("redirect_uri"),
        form.find("state"),
        form.find("nonce"),
        form.scopes(client.scopes()),
        form.get("code_challenge"));
  }

  boolean isProvedBy(String verifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      var proof = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
      return MessageDigest.isEqual(proof.getBytes(UTF_8), challenge.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String back(Form form, String name, String value) {
    var redirect = String.valueOf(form.find("redirect_uri"));
    var state = form.find("state");
    return redirect
        + (redirect.contains("?") ? "&" : "?")
        + name
        + "="
        + URLEncoder.encode(value, UTF_8)
        + (state == null ? "" : "&state=" + URLEncoder.encode(state, UTF_8));
  }
}
