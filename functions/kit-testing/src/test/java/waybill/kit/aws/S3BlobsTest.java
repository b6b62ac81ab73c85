package waybill.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waybill.contracts.MessageId;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Blobs;
import waybill.kit.commit.Unavailable;
import waybill.kit.testing.BlobsContract;

/** The adapter against a stand-in that checks each signature itself. */
class S3BlobsTest implements BlobsContract {
  private static final byte[] BYTES = {'{', '}'};
  private static final BlobName NAME = BlobName.of(new MessageId("users", "u1", 1), BYTES);

  private final StubS3 s3 = new StubS3();

  @AfterEach
  void close() {
    s3.close();
  }

  @Override
  public Blobs blobs() {
    return blobs("secret");
  }

  private Blobs blobs(String secret) {
    return new S3Blobs(
        Bucket.of("papers", "eu-central-1", Optional.of(s3.uri().toString())),
        new S3Calls(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", secret)),
            "eu-central-1",
            tries -> {}));
  }

  @Test
  void withAnotherSecret_nothingIsTaken() {
    assertThatThrownBy(() -> blobs("other").put(NAME, BYTES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SignatureDoesNotMatch");
    assertThatThrownBy(() -> blobs("other").get(NAME)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatMayPass_isTriedAgain() {
    Blobs blobs = blobs();
    s3.refuses(503, 500, 429);
    blobs.put(NAME, BYTES);

    assertThat(blobs.get(NAME)).isPresent();
  }

  @Test
  void whatDoesNotPass_isUnavailable() {
    s3.refuses(503, 503, 503, 503);

    assertThatThrownBy(() -> blobs().put(NAME, BYTES)).isInstanceOf(Unavailable.class);
  }

  @Test
  void nobodyThere_isUnavailable() {
    Blobs blobs = blobs();
    s3.close();

    assertThatThrownBy(() -> blobs.get(NAME)).isInstanceOf(Unavailable.class);
  }

  @Test
  void whatIsForbidden_isNotThere() {
    s3.refuses(403);

    assertThat(blobs().get(NAME)).isEmpty();
  }

  @Test
  void aPutThatIsForbidden_fails() {
    s3.refuses(403);

    assertThatThrownBy(() -> blobs().put(NAME, BYTES)).hasMessageContaining("AccessDenied");
  }

  @Test
  void withoutAStandIn_theBucketHasItsOwnHost() {
    assertThat(Bucket.of("papers", "eu-central-1", Optional.empty()).object(NAME))
        .hasHost("papers.s3.eu-central-1.amazonaws.com")
        .hasPath("/" + NAME.path());
  }
}
