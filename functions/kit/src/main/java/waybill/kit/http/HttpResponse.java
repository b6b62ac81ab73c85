package waybill.kit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import waybill.contracts.Json;

/**
 * What API Gateway takes back.
 *
 * @param reason why it is a refusal, as the log may tell it; empty where it is none
 */
record HttpResponse(int status, Map<String, String> headers, String body, String reason) {
  private static final int REASON_CHARS_MAX = 300;

  HttpResponse {
    if (reason.length() > REASON_CHARS_MAX) reason = reason.substring(0, REASON_CHARS_MAX);
  }

  HttpResponse(int status, Map<String, String> headers, String body) {
    this(status, headers, body, "");
  }

  static HttpResponse json(int status, Map<String, String> headers, String body) {
    return of(status, "application/json", headers, body, "");
  }

  static HttpResponse problem(int status, String body, String reason) {
    return of(status, "application/problem+json", Map.of(), body, reason);
  }

  private static HttpResponse of(
      int status, String type, Map<String, String> headers, String body, String reason) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("content-type", type);
    return new HttpResponse(status, all, body, reason);
  }

  HttpResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, body, reason);
  }

  /** The same headers about another document. */
  HttpResponse saying(int otherStatus, String otherBody) {
    return new HttpResponse(otherStatus, headers, otherBody, reason);
  }

  byte[] toEvent() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("statusCode", status);
    event.put("headers", headers);
    event.put("body", body);
    event.put("isBase64Encoded", false);
    return Json.bytes(event);
  }
}
