package waybill.bench.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@code up} needs before and after many messages, each from a commit to its receipt. */
public final class Memory {
  public static final int MESSAGES = 100_000;
  private static final int WARM_UP = 1_000;
  private static final int LOOKS = 5;
  private static final int PUBLISHERS = 8;
  private static final int GROWN_MOST = 8;
  private static final double MEGABYTE = 1024.0 * 1024;
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Path repository;
  private final PrintStream out;
  private final AtomicInteger registered = new AtomicInteger();

  public Memory(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  public void print(int messages) {
    try (Up up = Up.start(repository)) {
      Client client = new Client(up.gateway());
      register(client, WARM_UP);
      Footprint first = up.footprint();
      out.println("| messages | heap alive | a message | resident | a message | messages/s |");
      out.println("|---:|---:|---:|---:|---:|---:|");
      row(0, first, first, 0);
      Footprint last = first;
      int some = messages / LOOKS;
      for (int look = 1; look <= LOOKS; look++) {
        long begin = System.nanoTime();
        register(client, some);
        double seconds = (System.nanoTime() - begin) / 1e9;
        last = up.footprint();
        row(some * look, first, last, some / seconds);
      }
      grown(first, last, messages);
    }
  }

  /** A service of the deployment commits and speaks by its outbox; another one's inbox hears it. */
  private void register(Client client, int messages) {
    String operator = client.token("operator");
    Crowd.does(PUBLISHERS, messages, one -> register(client));
    Patience.until(
        "all are handled", PATIENCE, () -> handled(client, operator) >= registered.get());
  }

  private static long handled(Client client, String operator) {
    for (JsonNode flow : client.get("/flows", operator).path("items"))
      if (flow.path("contract").asText().equals("users.user-registered"))
        return flow.path("handled").asLong();
    return 0;
  }

  private void register(Client client) {
    String email = "ada" + registered.incrementAndGet() + "@example.com";
    client.must("POST", "/users", "", "{\"email\":\"" + email + "\",\"name\":\"Ada\"}");
  }

  private void row(int messages, Footprint first, Footprint now, double perSecond) {
    out.printf(
        Locale.ROOT,
        "| %,d | %.1f MB | %,.0f B | %.1f MB | %,.0f B | %.1f |%n",
        messages,
        now.heap() / MEGABYTE,
        messages == 0 ? 0 : (double) (now.heap() - first.heap()) / messages,
        now.resident() / MEGABYTE,
        messages == 0 ? 0 : (double) (now.resident() - first.resident()) / messages,
        perSecond);
  }

  /** Where a leak would be seen. */
  private void grown(Footprint first, Footprint last, int messages) {
    out.println("\n| class | grown by | a message |");
    out.println("|---|---:|---:|");
    last.classes().keySet().stream()
        .sorted(Comparator.comparingLong((String name) -> -growth(name, first, last)))
        .limit(GROWN_MOST)
        .forEach(
            name ->
                out.printf(
                    Locale.ROOT,
                    "| `%s` | %.1f MB | %,.0f B |%n",
                    name,
                    growth(name, first, last) / MEGABYTE,
                    (double) growth(name, first, last) / messages));
  }

  private static long growth(String name, Footprint first, Footprint last) {
    return last.classes().getOrDefault(name, 0L) - first.classes().getOrDefault(name, 0L);
  }
}
