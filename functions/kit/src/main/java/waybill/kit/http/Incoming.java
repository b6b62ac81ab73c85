package waybill.kit.http;

import java.util.Map;
import waybill.contracts.form.Format;

/**
 * A request's body as it came, for a route that reads it in forms of its own.
 *
 * @param format as its {@code Content-Type} says
 */
@SuppressWarnings("ArrayRecordComponent") // one request has one owner; nobody compares two
public record Incoming(Map<String, String> headers, byte[] body, Format format) {

  /** Empty where there is none; names are lower case. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
