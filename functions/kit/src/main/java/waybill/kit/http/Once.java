package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Canonical;
import waybill.contracts.form.Format;
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

    /**
     * The path's values belong to what is asked: the route alone does not name the resource. What
     * the document says counts, not how it is written; where the kit knows no document, its bytes.
     */
    static Request of(
        Route<?, ?> route, String key, HttpRequest http, @Nullable JsonNode document) {
      Caller caller = Caller.of(http.authorizer());
      String who = caller.sort() + "/" + caller.client() + "/" + caller.subject();
      String where = new TreeMap<>(http.path()).toString() + attributes(http) + form(route, http);
      byte[] said =
          document == null
              ? http.body()
              : Canonical.text(document).getBytes(StandardCharsets.UTF_8);
      String digest =
          route.memory() == Memory.OF_A_SECRET
              ? SlowDigest.of(said, who + "\n" + route.key() + "\n" + key)
              : Hash.of(said);
      return new Request(Hash.of(who, route.key(), key), Hash.of(where, digest));
    }

    /** The same bytes mean something else in another form. */
    private static String form(Route<?, ?> route, HttpRequest http) {
      if (route.reading() == null) return "";
      Format format = Negotiation.ofTheBody(http);
      return format == Format.JSON ? "" : format.name();
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
