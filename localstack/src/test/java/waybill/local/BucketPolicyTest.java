package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a role allows in a bucket passes the gate, and nothing else does. */
class BucketPolicyTest {
  private static final String FIRST_RIGHT =
      "            Statement:\n              - Effect: Allow\n                Action: [dynamodb:GetItem,";
  private static final String RIGHTS =
      """
                  Statement:
                    - Effect: Allow
                      Action: [s3:PutObject, s3:GetObject, s3:DeleteObject]
                      Resource: !Sub "${Papers.Arn}/mine/*"
                    - Effect: Allow
                      Action: [s3:PutObject]
                      Resource: !Sub "${Papers.Arn}/letters/*"
                    - Effect: Allow
                      Action: [dynamodb:GetItem,""";

  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(ToyTemplate.file(BucketPolicyTest::withBucket)).keepingData();

  private static ToyClients web = new ToyClients(Map.of());

  private static String withBucket(String toy) {
    String allowed = ToyTemplate.replaceOnce(toy, FIRST_RIGHT, RIGHTS.indent(12).stripTrailing());
    return ToyTemplate.replaceOnce(
        allowed, "Resources:\n", "Resources:\n  Papers:\n    Type: AWS::S3::Bucket\n\n");
  }

  @BeforeAll
  static void becomeTheWebFunction() {
    web = ToyClients.ofWeb(running);
  }

  @Test
  void whatIsAllowed_passes() {
    assertThat(put("mine/a", "hello").statusCode()).isEqualTo(200);
    assertThat(send(to("mine/a").GET()).body()).isEqualTo("hello");
    assertThat(send(to("mine/a").DELETE()).statusCode()).isEqualTo(204);
  }

  @Test
  void anotherPrefix_isDeniedInAmazonsWords() {
    var answer = put("yours/a", "hello");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("<Code>AccessDenied</Code>")
        .contains("s3:PutObject on resource: arn:aws:s3:::waybill-papers/yours/a");
  }

  @Test
  void thePrefixIsThatOfTheKey_notOfThePathAsItIsWritten() {
    for (String way : new String[] {"mine/../yours/a", "mine/%2E%2E/yours/a", "mine%2Fa/../../b"})
      assertThat(put(way, "hello").statusCode()).as(way).isIn(400, 403);
  }

  @Test
  void whoMayWrite_mayNotRead() {
    assertThat(put("letters/a", "hello").statusCode()).isEqualTo(200);
    assertThat(send(to("letters/a").GET()).statusCode()).isEqualTo(403);
    assertThat(send(to("letters/a").DELETE()).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsMissing_isDeniedToWhoMayNotList() {
    var answer = send(to("mine/missing").GET());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>AccessDenied</Code>", "s3:ListBucket");
  }

  @Test
  void aBucketIsNotMadeByAFunction() {
    assertThat(send(at("/other").PUT(BodyPublishers.noBody())).statusCode()).isEqualTo(403);
  }

  @Test
  void anUnknownKey_isNotRecognized() {
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(web.variable("AWS_ENDPOINT_URL_S3") + "/x/y"))
                .header("authorization", credential("nobody")));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>InvalidAccessKeyId</Code>");
  }

  @Test
  void anObject_survivesARestart() {
    put("mine/kept", "hello");

    running.restart();
    becomeTheWebFunction();

    assertThat(send(to("mine/kept").GET()).body()).isEqualTo("hello");
    assertThat(running.data().resolve("blobs")).isDirectoryRecursivelyContaining("glob:**/kept");
  }

  private static HttpResponse<String> put(String key, String body) {
    return send(to(key).PUT(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder to(String key) {
    return at("/waybill-papers/" + key);
  }

  private static HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(web.variable("AWS_ENDPOINT_URL_S3") + path))
        .header("authorization", credential(web.variable("AWS_ACCESS_KEY_ID")));
  }

  private static String credential(String id) {
    return "AWS4-HMAC-SHA256 Credential=" + id + "/20260101/eu-central-1/s3/aws4_request";
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return running.send(request);
  }
}
