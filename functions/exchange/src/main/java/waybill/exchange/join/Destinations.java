package waybill.exchange.join;

import java.util.Optional;

/** Looks at where somebody wants to be reached. */
public interface Destinations {

  /** Why nothing can be sent into the queue; nothing if it can. */
  Optional<String> queue(String url);

  /** Why the address may not be called; nothing if it may. */
  Optional<String> webhook(String url);

  /** A secret that was never used. */
  String secret();
}
