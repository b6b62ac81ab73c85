package waybill.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.ChangeList;
import waybill.contracts.catalog.ListChanges;
import waybill.kit.commit.Pause;
import waybill.kit.http.Request;

/** Reads the feed, and waits a while for something to be in it. */
final class Watching {
  /** Looks at the feed; one is a read of a small item. */
  static final int LOOKS_MAX = 100;

  private final Feed feed;
  private final Pause pause;
  private final Clock clock;

  Watching(Feed feed, Pause pause, Clock clock) {
    this.feed = feed;
    this.pause = pause;
    this.clock = clock;
  }

  long position() {
    return feed.last();
  }

  /** Empty if the feed does not hold what comes next. */
  Optional<ChangeList> changes(ListChanges asked) {
    long after = asked.after() == null ? 0 : asked.after();
    waitFor(after, seconds(asked.waitSeconds()));
    return feed.after(after, Request.pageSize(asked.limit()));
  }

  private void waitFor(long after, int seconds) {
    Instant until = clock.instant().plusSeconds(seconds);
    for (int looks = 1; looks <= LOOKS_MAX; looks++) {
      if (!clock.instant().isBefore(until) || feed.last() != after) return;
      pause.after(looks);
    }
  }

  private static int seconds(@Nullable Integer asked) {
    return asked == null ? 0 : asked;
  }
}
