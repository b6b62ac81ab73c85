package waybill.kit.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import waybill.contracts.Catalog;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.blob.Blobs;
import waybill.kit.commit.Table;
import waybill.kit.log.Log;

/** What a test does not care about. */
public final class Given {
  public static final Catalog CATALOG = Catalog.builtIn();

  public static Service service(String name, Table table, Clock clock) {
    return service(name, table, new MemoryBlobs(), clock);
  }

  public static Service service(String name, Table table, Blobs blobs, Clock clock) {
    return new Service(
        name, table, blobs, CATALOG, clock, countedIds(name), tries -> {}, silence());
  }

  /** Ids that a reader of a failed test recognises. */
  public static Ids countedIds(String prefix) {
    AtomicLong last = new AtomicLong();
    return () -> prefix + "-" + last.incrementAndGet();
  }

  public static Log silence() {
    return Log.to(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        Clock.systemUTC(),
        Log.Level.ERROR);
  }

  private Given() {}
}
