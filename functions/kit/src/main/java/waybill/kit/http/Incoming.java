package waybill.kit.http;

import java.util.Map;

/** A request's body as it came, for a route that reads it in forms of its own. */
@SuppressWarnings("ArrayRecordComponent") // one request has one owner; nobody compares two
public record Incoming(Map<String, String> headers, byte[] body) {

  /** Empty where there is none; names are lower case. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
