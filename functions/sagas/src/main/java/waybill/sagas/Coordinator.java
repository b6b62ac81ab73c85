package waybill.sagas;

import java.util.Map;
import waybill.contracts.Catalog;
import waybill.kit.Service;
import waybill.kit.http.Routes;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.Agenda;
import waybill.sagas.define.Copies;
import waybill.sagas.define.Definitions;

/** The service, wired. */
final class Coordinator {

  private final Service service;
  private final Sagas sagas;
  private final Copies copies;
  private final Definitions definitions;
  private final Clients clients;

  /**
   * @param builtIn what was deployed; what was registered since is known beside it
   */
  Coordinator(Service deployed, Catalog builtIn) {
    this.copies = new Copies(deployed.rows(), builtIn);
    this.service = deployed.knowing(Catalog.over(builtIn, copies, deployed.clock()));
    this.sagas = new Sagas(service.rows());
    this.definitions = new Definitions(builtIn, service.catalog(), copies);
    this.clients = new Clients(builtIn.services(), service.rows());
  }

  /** One that was made of it before stays as it is. */
  static Coordinator of(Service service) {
    return new Coordinator(service, Catalog.builtIn());
  }

  Service service() {
    return service;
  }

  Routes routes() {
    return new SagasApi(service, sagas, definitions, clients).routes();
  }

  Inbox inbox() {
    return new SagasInbox(sagas, definitions, copies, clients, service.clock()).inbox();
  }

  Agenda agenda() {
    Timers timers = new Timers(sagas, definitions, service.clock());
    return Agenda.of(Agenda.when(Sagas.TIMER, timers::fired)).eachMinute(this::gauge);
  }

  /** What an operator wants to be woken by. */
  private void gauge() {
    Map<String, Number> values = Map.of("needs_attention", sagas.inNeed());
    service.log().metrics(Map.of("service", service.name()), values);
  }
}
