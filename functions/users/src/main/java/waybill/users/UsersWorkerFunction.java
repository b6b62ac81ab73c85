package waybill.users;

import java.util.Map;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.WorkerFunction;

/** Named by template.yaml. Users listens to nobody; its worker passes on what it says. */
public final class UsersWorkerFunction extends WorkerFunction {

  public UsersWorkerFunction() {
    this(System.getenv());
  }

  public UsersWorkerFunction(Map<String, String> env) {
    super(env, service -> Inbox.of());
  }
}
