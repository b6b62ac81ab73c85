package waybill.exchange.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The bytes of a letter on the wire; what is signed and what is sent is one array. */
final class RequestText {

  static byte[] of(Letter letter, Target target) {
    byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("POST ").append(target.path()).append(" HTTP/1.1\r\n");
    append(head, "host", target.hostHeader());
    append(head, "user-agent", "Waybill");
    append(head, "connection", "close");
    append(head, "content-length", Integer.toString(body.length));
    appendAll(head, letter.headers());
    appendAll(
        head, Signature.headers(letter.webhookId(), letter.timestamp(), body, letter.secrets()));
    var text = new ByteArrayOutputStream();
    text.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    text.writeBytes(body);
    return text.toByteArray();
  }

  private static void appendAll(StringBuilder head, Map<String, String> headers) {
    headers.forEach((name, value) -> append(head, name, value));
  }

  private static void append(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private RequestText() {}
}
