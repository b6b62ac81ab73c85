package waybill.local.verdicts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes: what is not UTF-8 is for the reader of JSON to say. */
final class Lines {
  /** Longer lines are read to their end, and not kept. */
  static final int LINE_BYTES_MAX = 32 << 20;

  private final InputStream in;

  Lines(InputStream in) {
    this.in = in;
  }

  /** A line without its end, at most one byte longer than a line may be; null behind the last. */
  byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) return null;
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() <= LINE_BYTES_MAX) line.write(read);
    }
    return line.toByteArray();
  }
}
