package waybill.kit.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import waybill.kit.Limits;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Kind;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/**
 * What was answered to a request with an {@code Idempotency-Key}: an item of the same commit, so
 * that a repeated request is answered from it, also by the loser of a race.
 */
record Once(String asked, int status, Map<String, String> headers, String body, Instant until) {
  static final Kind<Once> ONCE = Kind.entry("once", Once.class).expiring(Once::until);

  /** One request under its key. */
  record Request(String id, String asked) {

    /** The path's values belong to what is asked: the route alone does not name the resource. */
    static Request of(Route<?, ?> route, Caller caller, String key, HttpRequest http) {
      String who = caller.sort() + "/" + caller.client() + "/" + caller.subject();
      String where = new TreeMap<>(http.path()).toString() + attributes(http);
      String body =
          route.memory() == Memory.OF_A_SECRET
              ? SlowDigest.of(http.body(), who + "\n" + route.key() + "\n" + key)
              : Hash.of(http.body());
      return new Request(Hash.of(who, route.key(), key), Hash.of(where, body));
    }

    /** What CloudEvents puts into headers, where the body holds nothing but the data. */
    private static String attributes(HttpRequest http) {
      Map<String, String> attributes = new TreeMap<>(http.headers());
      attributes.keySet().removeIf(name -> !name.startsWith("ce-"));
      return attributes.isEmpty() ? "" : attributes.toString();
    }
  }

  static Once of(Request request, HttpResponse response, Instant now) {
    return new Once(
        request.asked(),
        response.status(),
        response.headers(),
        response.body(),
        now.plus(Limits.IDEMPOTENCY_KEPT));
  }

  Optional<Refusal> refuses(Request request) {
    return asked.equals(request.asked())
        ? Optional.empty()
        : Optional.of(Problem.IDEMPOTENCY_KEY_REUSED.because("the request differs from the first"));
  }

  HttpResponse again() {
    return new HttpResponse(status, headers, body);
  }
}
