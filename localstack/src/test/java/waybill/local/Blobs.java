package waybill.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** A bucket as an administrator sees it, wherever it is. */
public final class Blobs {
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
  private static final String ADMIN =
      "AWS4-HMAC-SHA256 Credential=admin/20260101/eu-central-1/s3/aws4_request, SignedHeaders=host, Signature=none";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String bucket;

  public Blobs(URI s3, String bucket) {
    this.bucket = s3.resolve("/" + bucket).toString();
  }

  public void put(String key, String text) {
    send(at("/" + key).PUT(BodyPublishers.ofString(text)), 200);
  }

  public boolean has(String key) {
    return send(at("/" + key)).statusCode() == 200;
  }

  /** With all that is in it; where the emulator has no buckets, there is nothing. */
  void remove() {
    var listed = send(at("?list-type=2")).body();
    KEY.matcher(listed).results().forEach(key -> send(at("/" + key.group(1)).DELETE()));
    send(at("").DELETE());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(bucket + path)).header("authorization", ADMIN);
  }

  private void send(HttpRequest.Builder request, int expected) {
    var answer = send(request);
    if (answer.statusCode() != expected)
      throw new IllegalStateException(answer + ": " + answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
