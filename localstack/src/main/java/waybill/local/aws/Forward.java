package waybill.local.aws;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import waybill.local.aws.AwsCall.Service;

/** Hands a call to its emulator and the answer back. */
final class Forward {
  private static final List<String> OWN_HEADERS =
      List.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");
  private static final List<String> KEPT_HEADERS =
      List.of("content-type", "x-amz-crc32", "x-amzn-requestid", "x-amzn-query-error");
  private static final Duration TIMEOUT = Duration.ofSeconds(35);

  private final Backend backend;
  private final URI identity;
  private final HttpClient http;

  Forward(Backend backend, URI identity, Executor executor) {
    this.backend = backend;
    this.identity = identity;
    this.http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(executor).build();
  }

  /** An emulator's answer, its headers in lower case. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  Answer send(AwsCall call, Headers headers) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address(call))
            .timeout(TIMEOUT)
            .method(call.method(), BodyPublishers.ofByteArray(outward(call)));
    headers.forEach(
        (name, values) -> {
          if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            request.setHeader(name, inOneName(call, String.join(",", values)));
          }
        });
    return answer(call, http.send(request.build(), BodyHandlers.ofByteArray()));
  }

  /** An emulator may keep the tables of each key apart; whose key it was, the gate has judged. */
  private static String inOneName(AwsCall call, String header) {
    return call.service() == Service.PEOPLE || call.service() == Service.SECRETS
        ? header
        : header.replace("Credential=" + call.keyId() + "/", "Credential=admin/");
  }

  private URI address(AwsCall call) {
    return switch (call.service()) {
      case TABLES, STREAMS -> backend.dynamodb().resolve("/");
      case QUEUES -> backend.sqs().resolve("/");
      case PEOPLE, SECRETS -> identity;
      case BUCKETS -> backend.s3().resolve(call.path());
    };
  }

  private byte[] outward(AwsCall call) {
    if (!translates(call)) return call.body();
    return replace(call.body(), Backend.STREAMS, backend.streams());
  }

  private Answer answer(AwsCall call, HttpResponse<byte[]> response) {
    var headers = new HashMap<String, String>();
    for (var name : KEPT_HEADERS) {
      response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    if (!translates(call)) return new Answer(response.statusCode(), headers, response.body());
    // The checksum was of the body before its translation.
    headers.remove("x-amz-crc32");
    var body = replace(response.body(), backend.streams(), Backend.STREAMS);
    return new Answer(response.statusCode(), headers, body);
  }

  private boolean translates(AwsCall call) {
    return call.service() == Service.STREAMS && !backend.streams().equals(Backend.STREAMS);
  }

  private static byte[] replace(byte[] body, String from, String to) {
    return new String(body, StandardCharsets.UTF_8)
        .replace(from, to)
        .replace(region(from), region(to))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String region(String arn) {
    return "\"awsRegion\":\"" + arn.split(":", -1)[3] + "\"";
  }
}
