package waybill.sagas;

import java.util.Set;
import waybill.kit.http.Caller;

/**
 * Whose sagas a caller may see.
 *
 * @param owners of the definitions; not looked at where all are seen
 */
record Sight(boolean all, Set<String> owners) {

  /** Operators see all; a client those of the services that it speaks for. */
  static Sight of(Caller caller, Clients clients) {
    if (caller.isOperator()) return new Sight(true, Set.of());
    if (!caller.isMachine()) return new Sight(false, Set.of());
    return new Sight(false, clients.servicesOf(caller.client()));
  }

  boolean isNothing() {
    return !all && owners.isEmpty();
  }

  boolean shows(String owner) {
    return all || owners.contains(owner);
  }
}
