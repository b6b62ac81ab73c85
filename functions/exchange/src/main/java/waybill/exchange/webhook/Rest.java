package waybill.exchange.webhook;

import java.io.IOException;
import java.io.InputStream;
import waybill.kit.Limits;

/**
 * What follows the head of an answer. It is read up to its end or a small limit and forgotten: a
 * connection that is closed over unread bytes looks like a failure to the other side.
 */
final class Rest {

  static void drain(Head head, InputStream in) throws IOException {
    if (head.status() == 204 || head.status() == 304) return;
    String encoding = head.header("transfer-encoding");
    if (encoding != null && encoding.equalsIgnoreCase("chunked")) drainChunks(in);
    else in.skipNBytes(Math.min(length(head), Limits.WEBHOOK_DRAIN_BYTES_MAX));
  }

  /** Without a length the body lasts until the connection is closed. */
  private static long length(Head head) {
    String length = head.header("content-length");
    return length != null && length.matches("[0-9]{1,9}")
        ? Long.parseLong(length)
        : Limits.WEBHOOK_DRAIN_BYTES_MAX;
  }

  private static void drainChunks(InputStream in) throws IOException {
    Lines lines = new Lines(in, Limits.WEBHOOK_HEAD_BYTES_MAX);
    int left = Limits.WEBHOOK_DRAIN_BYTES_MAX;
    while (left > 0) {
      String size = lines.next();
      if (size == null || !size.matches("[0-9a-fA-F]{1,6}(;.*)?")) return;
      int bytes = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
      if (bytes == 0) return;
      in.skipNBytes(Math.min(bytes, left));
      lines.next();
      left -= bytes;
    }
  }

  private Rest() {}
}
