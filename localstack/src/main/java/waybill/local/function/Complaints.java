package waybill.local.function;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what goes wrong, but the same thing at most every ten seconds. */
public final class Complaints {
  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int REMEMBERED_MAX = 200;

  private final PrintStream out;
  private boolean ended;
  private final Map<String, Long> said =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  public Complaints(PrintStream out) {
    this.out = out;
  }

  /** Nothing more: the machine stops, and what breaks now was meant to. */
  public synchronized void end() {
    ended = true;
  }

  public synchronized void say(String what) {
    if (ended) return;
    long now = System.nanoTime();
    var before = said.get(what);
    if (before != null && now - before < PAUSE_NANOS) return;
    said.put(what, now);
    out.println(what);
  }
}
