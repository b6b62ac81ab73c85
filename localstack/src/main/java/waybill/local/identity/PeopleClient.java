package waybill.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The app client of people: if it has a secret, each call proves that it knows it. */
record PeopleClient(String id, @Nullable String secret) {

  void check(JsonNode request) throws Refused {
    if (!request.path("ClientId").asText().equals(id))
      throw new Refused("ResourceNotFoundException", "User pool client does not exist.");
    if (secret == null) return;
    var logIn = request.path("AuthParameters");
    var username = logIn.isMissingNode() ? request.path("Username") : logIn.path("USERNAME");
    var hash = logIn.isMissingNode() ? request.path("SecretHash") : logIn.path("SECRET_HASH");
    if (hash.asText().isEmpty())
      throw new Refused(
          "NotAuthorizedException",
          "Client " + id + " is configured with secret but SECRET_HASH was not received");
    if (!MessageDigest.isEqual(
        hash.asText().getBytes(UTF_8), hashOf(username.asText(), secret).getBytes(UTF_8)))
      throw new Refused(
          "NotAuthorizedException", "SecretHash does not match for the client: " + id);
  }

  private String hashOf(String username, String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal((username + id).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
