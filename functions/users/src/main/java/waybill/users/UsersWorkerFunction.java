package waybill.users;

import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.kit.worker.Agenda.when;
import static waybill.users.Move.MOVE;
import static waybill.users.Registration.REGISTRATION;

import java.util.Map;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.Agenda;
import waybill.kit.worker.WorkerFunction;

/**
 * Named by template.yaml. Users listens to nobody; its worker passes on what it says, tells the
 * pool of another email, and ends registrations that a request has left behind.
 */
public final class UsersWorkerFunction extends WorkerFunction {

  public UsersWorkerFunction() {
    this(System.getenv());
  }

  public UsersWorkerFunction(Map<String, String> env) {
    super(env, service -> Inbox.of(), service -> agenda(service, new Env(env)));
  }

  private static Agenda agenda(Service service, Env env) {
    return agenda(service, CognitoAccounts.of(env), CognitoMailboxes.of(env));
  }

  static Agenda agenda(Service service, Accounts accounts, Mailboxes mailboxes) {
    Registering registering = new Registering(service, service.ids(), accounts);
    Moving moving = new Moving(service, accounts, mailboxes);
    return Agenda.of(when(REGISTRATION, registering::swept), when(MOVE, moving::told))
        .after(USER_CHANGED, moving::told);
  }
}
