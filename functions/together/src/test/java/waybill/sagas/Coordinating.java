package waybill.sagas;

import java.util.Optional;
import waybill.kit.Service;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.Agenda;
import waybill.sagas.course.Saga;

/** The coordinator, as an operator sees it. */
public final class Coordinating {
  private final Service sagas;

  public Coordinating(Service sagas) {
    this.sagas = sagas;
  }

  public static Inbox inbox(Service sagas) {
    return new Coordinator(sagas, sagas.catalog()).inbox();
  }

  public static Agenda agenda(Service sagas) {
    return new Coordinator(sagas, sagas.catalog()).agenda();
  }

  public Optional<Saga> find(String id) {
    return sagas.rows().find(Sagas.SAGA, id);
  }

  /** How it stands, or NONE. */
  public String state(String id) {
    return find(id).map(saga -> saga.state().name()).orElse("NONE");
  }
}
