package waybill.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed, the newest first. */
final class Parts implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        // One part that does not stop must not keep the others running.
        System.err.println("while stopping: " + e);
      }
    }
  }
}
