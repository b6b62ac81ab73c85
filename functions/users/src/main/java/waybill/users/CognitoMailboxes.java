package waybill.users;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import waybill.contracts.Json;
import waybill.kit.Env;
import waybill.kit.pool.Proof;

/** The emails of a Cognito user pool; to change one is an administrator's right. */
final class CognitoMailboxes implements Mailboxes {
  private final JsonCall call;
  private final String pool;

  CognitoMailboxes(JsonCall call, String pool) {
    this.call = call;
    this.pool = pool;
  }

  static CognitoMailboxes of(Env env) {
    JsonCall signed =
        new JsonCall(
            CognitoAccounts.url(env), CognitoAccounts.TARGET, Proof.of(env, "cognito-idp"));
    return new CognitoMailboxes(signed, env.get("USER_POOL"));
  }

  @Override
  public Word moved(String userId, String email) {
    ObjectNode request = Json.object().put("UserPoolId", pool).put("Username", userId);
    ArrayNode attributes = request.putArray("UserAttributes");
    attributes.addObject().put("Name", "email").put("Value", email);
    attributes.addObject().put("Name", "email_verified").put("Value", "true");
    return CognitoAccounts.word(call.of("AdminUpdateUserAttributes", request));
  }
}
