package waybill.kit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import waybill.contracts.Json;

/**
 * What API Gateway takes back.
 *
 * @param body a text, or bytes in Base64
 * @param reason why it is a refusal, as the log may tell it; empty where it is none
 */
record HttpResponse(
    int status, Map<String, String> headers, String body, boolean isBase64, String reason) {
  static final String JSON = "application/json";
  private static final int REASON_CHARS_MAX = 300;

  HttpResponse {
    if (reason.length() > REASON_CHARS_MAX) reason = reason.substring(0, REASON_CHARS_MAX);
  }

  HttpResponse(int status, Map<String, String> headers, String body) {
    this(status, headers, body, false, "");
  }

  static HttpResponse json(int status, Map<String, String> headers, String body) {
    return new HttpResponse(status, headers, body).with("content-type", JSON);
  }

  static HttpResponse problem(int status, String body, String reason) {
    return new HttpResponse(status, Map.of(), body, false, reason)
        .with("content-type", "application/problem+json");
  }

  HttpResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, body, isBase64, reason);
  }

  /** The same headers about another document. */
  HttpResponse saying(int otherStatus, String otherBody) {
    return new HttpResponse(otherStatus, headers, otherBody);
  }

  /** The same document in another form. */
  HttpResponse inBase64(String mediaType, String bytes) {
    return new HttpResponse(status, headers, bytes, true, reason).with("content-type", mediaType);
  }

  byte[] toEvent() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("statusCode", status);
    event.put("headers", headers);
    event.put("body", body);
    event.put("isBase64Encoded", isBase64);
    return Json.bytes(event);
  }
}
