package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever logs in needs no right, an administrator's call and a secret need theirs. */
class IdentityPolicyTest {
  private static final String FIRST_RIGHT =
      "            Statement:\n              - Effect: Allow\n                Action: [dynamodb:GetItem,";
  private static final String RIGHTS =
      """
                  Statement:
                    - Effect: Allow
                      Action: [cognito-idp:AdminUpdateUserAttributes]
                      Resource: !GetAtt UserPool.Arn
                    - Effect: Allow
                      Action: [secretsmanager:GetSecretValue]
                      Resource: !Ref Mine
                    - Effect: Allow
                      Action: [dynamodb:GetItem,""";
  private static final String SECRETS =
      """
      Resources:
        Mine:
          Type: AWS::SecretsManager::Secret
          Properties: {SecretString: !GetAtt PeopleClient.ClientSecret}
        Others:
          Type: AWS::SecretsManager::Secret
          Properties: {SecretString: hidden}

      """;
  private static final String CLIENT = "    Type: AWS::Cognito::UserPoolClient\n    Properties:\n";

  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(ToyTemplate.file(IdentityPolicyTest::withSecrets));

  private static ToyClients web = new ToyClients(Map.of());

  private static String withSecrets(String toy) {
    String allowed = ToyTemplate.replaceOnce(toy, FIRST_RIGHT, RIGHTS.indent(12).stripTrailing());
    String secret =
        ToyTemplate.replaceOnce(allowed, CLIENT, CLIENT + "      GenerateSecret: true\n");
    return ToyTemplate.replaceOnce(secret, "Resources:\n", SECRETS);
  }

  @BeforeAll
  static void becomeTheWebFunction() {
    web = ToyClients.ofWeb(running);
  }

  @Test
  void aSecret_isShownToWhoMayReadIt_andNoOtherIs() {
    assertThat(signed("secretsmanager.GetSecretValue", "{'SecretId':'" + secret("Mine") + "'}"))
        .contains("local-secret-of-PeopleClient");
    assertThat(signed("secretsmanager.GetSecretValue", "{'SecretId':'" + secret("Others") + "'}"))
        .contains("AccessDeniedException")
        .doesNotContain("hidden");
    assertThat(signed("secretsmanager.ListSecrets", "{}")).contains("AccessDeniedException");
  }

  @Test
  void anAdministratorsCall_needsItsRightOnThatPool() {
    assertThat(update("eu-central-1_UserPool")).contains("UserNotFoundException");
    assertThat(update("eu-central-1_Another")).contains("AccessDeniedException");
    assertThat(
            signed(
                "AWSCognitoIdentityProviderService.AdminDeleteUser",
                "{'UserPoolId':'eu-central-1_UserPool','Username':'ada'}"))
        .contains("AccessDeniedException");
  }

  @Test
  void whoHasNoKey_getsNeither() {
    for (String target :
        new String[] {
          "secretsmanager.GetSecretValue",
          "AWSCognitoIdentityProviderService.AdminUpdateUserAttributes"
        }) assertThat(send(target, "{}", "")).as(target).contains("UnrecognizedClientException");
  }

  @Test
  void whoeverLogsIn_needsNoKey_butTheClientsSecret() {
    String target = "AWSCognitoIdentityProviderService.ForgotPassword";
    assertThat(send(target, "{'ClientId':'PeopleClient','Username':'ada'}", ""))
        .contains("NotAuthorizedException", "SECRET_HASH was not received");
    assertThat(
            send(target, "{'ClientId':'PeopleClient','Username':'ada','SecretHash':'guessed'}", ""))
        .contains("NotAuthorizedException", "SecretHash does not match");
  }

  private static String update(String pool) {
    return signed(
        "AWSCognitoIdentityProviderService.AdminUpdateUserAttributes",
        "{'UserPoolId':'" + pool + "','Username':'ada'}");
  }

  private static String secret(String id) {
    return running.machine().stack().secrets().keySet().stream()
        .filter(arn -> arn.contains("-" + id + "-"))
        .findFirst()
        .orElseThrow();
  }

  private static String signed(String target, String body) {
    return send(
        target,
        body,
        "AWS4-HMAC-SHA256 Credential=%s/20260101/eu-central-1/any/aws4_request"
            .formatted(web.variable("AWS_ACCESS_KEY_ID")));
  }

  private static String send(String target, String body, String authorization) {
    return running
        .send(
            HttpRequest.newBuilder(URI.create(web.variable("AWS_ENDPOINT_URL_SECRETS_MANAGER")))
                .header("x-amz-target", target)
                .header("authorization", authorization)
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))))
        .body();
  }
}
