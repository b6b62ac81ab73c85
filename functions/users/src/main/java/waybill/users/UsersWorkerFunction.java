package waybill.users;

import static waybill.kit.worker.Agenda.when;

import java.util.Map;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.Agenda;
import waybill.kit.worker.WorkerFunction;

/**
 * Named by template.yaml. Users listens to nobody; its worker passes on what it says, and ends
 * registrations that a request has left behind.
 */
public final class UsersWorkerFunction extends WorkerFunction {

  public UsersWorkerFunction() {
    this(System.getenv());
  }

  public UsersWorkerFunction(Map<String, String> env) {
    super(env, service -> Inbox.of(), service -> agenda(service, CognitoAccounts.of(new Env(env))));
  }

  static Agenda agenda(Service service, Accounts accounts) {
    Registering registering = new Registering(service, service.ids(), accounts);
    return Agenda.of(when(Registration.REGISTRATION, registering::swept));
  }
}
