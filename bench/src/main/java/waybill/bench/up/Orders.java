package waybill.bench.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** From the request that places an order to the answer that it is confirmed. */
public final class Orders {
  public static final List<Integer> CLIENTS = List.of(1, 8, 32);
  private static final int WARM_UP = 30;
  private static final int ORDERS = 100;
  private static final int ORDERS_OF_ONE = 20;

  /** Of one saga: what begins it, a command and a reply each step, and how it ended, twice. */
  private static final int MESSAGES = 9;

  private final Path repository;
  private final PrintStream out;

  public Orders(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  public void print(List<Integer> clients) {
    List<Pace> alone = alone(clients);
    List<Pace> whole = whole(clients);
    PaceTable table = new PaceTable(out);
    table.head("clients", "orders");
    for (int at = 0; at < clients.size(); at++)
      table.row(clients.get(at), whole.get(at), alone.get(at));
  }

  private static List<Pace> alone(List<Integer> clients) {
    try (Floor floor = new Floor()) {
      Pace.of(8, WARM_UP, one -> messages(floor));
      return clients.stream()
          .map(many -> Pace.of(many, orders(many), one -> messages(floor)))
          .toList();
    }
  }

  private static void messages(Floor floor) {
    for (int message = 0; message < MESSAGES; message++) floor.pass();
  }

  private List<Pace> whole(List<Integer> clients) {
    try (Up up = Up.start(repository)) {
      Ordering way = new Ordering(new Client(up.gateway()));
      Pace.of(8, WARM_UP, way::pass);
      return clients.stream().map(many -> Pace.of(many, orders(many), way::pass)).toList();
    }
  }

  private static int orders(int clients) {
    return clients == 1 ? ORDERS_OF_ONE : ORDERS;
  }
}
