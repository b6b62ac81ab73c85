package waybill.kit.aws;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Signs calls of a service of AWS for which nobody here has a client. */
public final class Signing {
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final String service;

  Signing(AwsCredentialsProvider credentials, String region, String service) {
    this.credentials = credentials;
    this.region = region;
    this.service = service;
  }

  /**
   * @return the headers with which the body may be posted; whoever sends it adds the host
   */
  public Map<String, String> headers(URI uri, Map<String, String> headers, byte[] body) {
    var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(uri);
    headers.forEach(request::putHeader);
    SdkHttpRequest signed = signed(request.build(), body);
    Map<String, String> all = new LinkedHashMap<>();
    signed.forEachHeader((name, values) -> all.put(name, values.get(0)));
    all.keySet().removeIf("host"::equalsIgnoreCase);
    return all;
  }

  private SdkHttpRequest signed(SdkHttpRequest request, byte[] body) {
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region))
        .request();
  }
}
