package waybill.kit.http;

import java.util.Optional;
import java.util.function.Function;
import waybill.contracts.Json;
import waybill.kit.Service;
import waybill.kit.commit.Patience;
import waybill.kit.log.Log;

/**
 * Whoever prefers to wait is answered with the end of what was accepted, if it comes in time. It is
 * accepted whatever happens here.
 */
final class Awaiting {
  private static final int ACCEPTED = 202;
  private static final int DONE = 200;

  private final Service service;
  private final Patience patience;

  Awaiting(Service service) {
    this.service = service;
    this.patience = new Patience(service.pause(), service.clock());
  }

  <Q, A> HttpResponse of(Route<Q, A> route, Request<Q> request, HttpResponse response, Log log) {
    Function<A, Optional<A>> end = route.end();
    Preference preference = Preference.of(request);
    if (end == null || !preference.isWaiting() || response.status() != ACCEPTED) return response;
    HttpResponse applied = response.with("preference-applied", preference.applied());
    try {
      A accepted = service.catalog().read(route.gives(), Json.parse(response.body()));
      return patience
          .look(() -> end.apply(accepted), preference.patience())
          .map(document -> applied.saying(DONE, Decision.written(service, route, document)))
          .orElse(applied);
    } catch (RuntimeException e) {
      log.error("what was accepted could not be waited for", e);
      return response;
    }
  }
}
