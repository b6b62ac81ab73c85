package waybill.exchange.webhook;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of a stream, up to so many bytes in all. */
final class Lines {
  private final InputStream in;
  private int left;

  Lines(InputStream in, int bytesMax) {
    this.in = in;
    this.left = bytesMax;
  }

  /** Without its end; null where the stream ends before the line does. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) return null;
      if (--left <= 0) throw new BadAnswer("its answer has too large a head");
      line.append((char) b);
    }
    int end = line.length() - 1;
    if (end >= 0 && line.charAt(end) == '\r') line.setLength(end);
    return line.toString();
  }
}
