package waybill.bench.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import waybill.local.aws.Clients;

/**
 * From the request that publishes to the answer that a subscriber's word was noted. Each publisher
 * publishes the next once the one before is handled.
 */
public final class Speed {
  public static final List<Integer> PUBLISHERS = List.of(1, 16, 64);
  private static final int WARM_UP = 300;
  private static final int MESSAGES = 1_000;
  private static final int MESSAGES_OF_ONE = 200;

  private final Path repository;
  private final PrintStream out;

  public Speed(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  public void print(List<Integer> publishers) {
    List<Pace> alone = alone(publishers);
    List<Pace> whole = whole(publishers);
    PaceTable table = new PaceTable(out);
    table.head("publishers", "messages");
    for (int at = 0; at < publishers.size(); at++)
      table.row(publishers.get(at), whole.get(at), alone.get(at));
  }

  private static List<Pace> alone(List<Integer> publishers) {
    try (Floor floor = new Floor()) {
      Pace.of(16, WARM_UP, one -> floor.pass());
      return publishers.stream()
          .map(many -> Pace.of(many, messages(many), one -> floor.pass()))
          .toList();
    }
  }

  private List<Pace> whole(List<Integer> publishers) {
    try (Up up = Up.start(repository);
        Publishing way = new Publishing(new Client(up.gateway()), Clients.ADMIN.sqs(up.queues()))) {
      Pace.of(16, WARM_UP, one -> way.pass());
      return publishers.stream()
          .map(many -> Pace.of(many, messages(many), one -> way.pass()))
          .toList();
    }
  }

  private static int messages(int publishers) {
    return publishers == 1 ? MESSAGES_OF_ONE : MESSAGES;
  }
}
