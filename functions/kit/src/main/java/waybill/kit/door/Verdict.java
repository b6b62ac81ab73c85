package waybill.kit.door;

import java.util.Map;

/** What comes of a request at the door. */
public sealed interface Verdict {

  /** Go on; the route's function is told this. */
  record Admitted(Map<String, String> context) implements Verdict {}

  /** A good token, but not for this route. */
  record Forbidden() implements Verdict {}

  /** No token that is trusted here: another one may help. */
  record Unauthorized() implements Verdict {}
}
