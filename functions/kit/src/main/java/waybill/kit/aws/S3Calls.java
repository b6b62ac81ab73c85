package waybill.kit.aws;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import waybill.kit.Limits;
import waybill.kit.commit.Pause;
import waybill.kit.commit.Unavailable;

/** Signs and sends; what may pass is tried again a few times. Made with the first long document. */
final class S3Calls {
  private static final int TRIES = 4;

  private final AwsCredentialsProvider credentials;
  private final String region;
  private final Pause pause;
  private @Nullable SdkHttpClient http;

  S3Calls(AwsCredentialsProvider credentials, String region, Pause pause) {
    this.credentials = credentials;
    this.region = region;
    this.pause = pause;
  }

  S3Answer send(SdkHttpMethod method, URI uri, Map<String, String> query, byte[] body) {
    SdkHttpRequest request = request(method, uri, query, body);
    for (int tries = 1; ; tries++) {
      Optional<S3Answer> answer = tryOnce(request, body, tries == TRIES);
      if (answer.isPresent()) return answer.get();
      pause.after(tries);
    }
  }

  private Optional<S3Answer> tryOnce(SdkHttpRequest request, byte[] body, boolean last) {
    try {
      S3Answer answer = once(request, body);
      if (!answer.mayPass()) return Optional.of(answer);
      if (last) throw new Unavailable("S3 is busy", new IllegalStateException(answer.toString()));
    } catch (IOException e) {
      if (last) throw new Unavailable("S3 does not answer", e);
    }
    return Optional.empty();
  }

  private S3Answer once(SdkHttpRequest request, byte[] body) throws IOException {
    SignedRequest signed = signed(request, body);
    HttpExecuteResponse response =
        http()
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(null))
                    .build())
            .call();
    int status = response.httpResponse().statusCode();
    try (AbortableInputStream in =
        response.responseBody().orElseGet(AbortableInputStream::createEmpty)) {
      return new S3Answer(status, in.readNBytes(Limits.LONG_MESSAGE_BYTES_MAX));
    }
  }

  private static SdkHttpRequest request(
      SdkHttpMethod method, URI uri, Map<String, String> query, byte[] body) {
    var request = SdkHttpRequest.builder().method(method).uri(uri);
    query.forEach(request::putRawQueryParameter);
    if (method == SdkHttpMethod.PUT)
      request
          .putHeader("content-type", "application/json")
          .putHeader("content-length", String.valueOf(body.length));
    return request.build();
  }

  /** S3 signs a path as it is sent, unlike all others. */
  private SignedRequest signed(SdkHttpRequest request, byte[] body) {
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(
                        request.method() == SdkHttpMethod.PUT
                            ? ContentStreamProvider.fromByteArray(body)
                            : null)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
  }

  private SdkHttpClient http() {
    if (http == null) http = UrlConnectionHttpClient.create();
    return http;
  }
}
