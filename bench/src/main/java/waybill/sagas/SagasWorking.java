package waybill.sagas;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.saga.SagaId;
import waybill.contracts.sagas.SagaState;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Rows;
import waybill.kit.outbox.Queue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.Worker;
import waybill.sagas.course.Course;
import waybill.sagas.course.Saga;
import waybill.sagas.define.Copies;
import waybill.sagas.define.Definitions;

/** What the coordinator's worker does, under a catalog of whoever asks. */
public final class SagasWorking {
  private SagasWorking() {}

  public static Worker of(Service deployed, Queue in, Queue out) {
    Coordinator coordinator = new Coordinator(deployed, deployed.catalog());
    return new Worker(coordinator.service(), coordinator.inbox(), coordinator.agenda(), in, out);
  }

  /** How the sagas of a built-in definition go. */
  public static Course course(SagaId id) {
    Catalog builtIn = Catalog.builtIn();
    Rows none = new Rows(new MemoryTable(), Clock.systemUTC());
    return new Definitions(builtIn, builtIn, new Copies(none, builtIn)).course(id);
  }

  /** How many there are, by their state. */
  public static Map<SagaState, Long> states(Consumer<Consumer<Item>> table) {
    Map<SagaState, Long> states = new EnumMap<>(SagaState.class);
    table.accept(
        item -> {
          if (Sagas.SAGA.idOf(item).isPresent())
            states.merge(Json.bind(Json.parse(item.doc()), Saga.class).state(), 1L, Long::sum);
        });
    return states;
  }
}
