package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import waybill.contracts.Contract;
import waybill.contracts.Malformed;
import waybill.contracts.Violation;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Origin;
import waybill.kit.log.Log;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** What stands between a raw request and its handler: known, small enough, JSON, in contract. */
final class Edge {
  private static final Pattern CORRELATION =
      Pattern.compile("[A-Za-z0-9._:-]{1," + Limits.CORRELATION_CHARS_MAX + "}");
  private static final Pattern IDEMPOTENCY_KEY =
      Pattern.compile("[\\x21-\\x7e]{1," + Limits.IDEMPOTENCY_KEY_CHARS_MAX + "}");

  private final Service service;
  private final Routes routes;
  private final Documents documents;
  private final Decision decision;

  Edge(Service service, Routes routes) {
    this.service = service;
    this.routes = routes;
    this.documents = new Documents(service.catalog());
    this.decision = new Decision(service);
  }

  HttpResponse handle(HttpRequest request) {
    Origin origin = origin(request);
    Log log = service.log().with("correlation_id", origin.correlation());
    HttpResponse response = Conditional.of(request, safely(request, origin, log));
    log(log.with("route", request.routeKey()), Caller.of(request.claims()), response);
    return response.with("x-correlation-id", origin.correlation());
  }

  /** Who asked, and why not: by ids and pointers, never by what was in the request. */
  private static void log(Log log, Caller caller, HttpResponse response) {
    Log known = caller.subject().isEmpty() ? log : log.with("caller", caller.subject());
    Log whole = response.reason().isEmpty() ? known : known.with("refused", response.reason());
    whole.info("answered", "status", response.status());
  }

  private HttpResponse safely(HttpRequest request, Origin origin, Log log) {
    try {
      return admitted(request, origin, log);
    } catch (RuntimeException e) {
      Refusal refusal = Problems.of(e);
      if (refusal.type().status() >= 500) log.error("a request failed", e);
      return refused(refusal, origin);
    }
  }

  private HttpResponse admitted(HttpRequest request, Origin origin, Log log) {
    Optional<Route<?, ?>> route = routes.find(request.routeKey());
    if (route.isEmpty()) return refused(Problem.NOT_FOUND.because(request.routeKey()), origin);
    int bytesMax = route.get().bytesMax();
    if (request.body().length > bytesMax)
      return refused(Problem.TOO_LARGE.because("at most " + bytesMax + " bytes are taken"), origin);
    Optional<String> key = request.header("idempotency-key").filter(k -> route.get().remembers());
    if (key.isPresent() && !IDEMPOTENCY_KEY.matcher(key.get()).matches())
      return refused(
          Problem.BAD_HEADER.because(
              "Idempotency-Key takes 1 to "
                  + Limits.IDEMPOTENCY_KEY_CHARS_MAX
                  + " visible ASCII characters"),
          origin);
    return checked(route.get(), request, key, origin, log);
  }

  private <Q, A> HttpResponse checked(
      Route<Q, A> route, HttpRequest http, Optional<String> key, Origin origin, Log log) {
    Contract<Q> takes = route.takes();
    Reading<Q> reading = route.reading();
    Caller caller = Caller.of(http.claims());
    Optional<Once.Request> once = key.map(text -> Once.Request.of(route, caller, text, http));
    if (reading != null) return readAndDecided(route, reading, http, once, origin, log);
    if (takes == null)
      return decision.of(route, request(route.nothing(), http, origin), once, origin, log);
    JsonNode document;
    try {
      document = documents.of(route, takes, http);
    } catch (Malformed e) {
      return malformed(e, origin);
    }
    List<Violation> violations = service.catalog().check(takes.id(), document);
    if (!violations.isEmpty()) return refused(Refusal.violates(takes.id(), violations), origin);
    Q body = service.catalog().read(takes, document);
    return decision.of(route, request(body, http, origin), once, origin, log);
  }

  private <Q, A> HttpResponse readAndDecided(
      Route<Q, A> route,
      Reading<Q> reading,
      HttpRequest http,
      Optional<Once.Request> once,
      Origin origin,
      Log log) {
    Q body;
    try {
      body = reading.of().apply(new Incoming(http.headers(), http.body()));
    } catch (Malformed e) {
      return malformed(e, origin);
    }
    return decision.of(route, request(body, http, origin), once, origin, log);
  }

  private static HttpResponse malformed(Malformed e, Origin origin) {
    return refused(Problem.MALFORMED.because(String.valueOf(e.getMessage())), origin);
  }

  private static <Q> Request<Q> request(Q body, HttpRequest http, Origin origin) {
    Map<String, String> headers = new LinkedHashMap<>(http.headers());
    headers.put("x-correlation-id", origin.correlation());
    if (origin.traceparent() == null) headers.remove("traceparent");
    else headers.put("traceparent", origin.traceparent());
    return new Request<>(body, http.path(), Caller.of(http.claims()), headers, http.arrival());
  }

  private static HttpResponse refused(Refusal refusal, Origin origin) {
    return Problems.of(refusal, origin.correlation());
  }

  private Origin origin(HttpRequest request) {
    String correlation =
        request
            .header("x-correlation-id")
            .filter(text -> CORRELATION.matcher(text).matches())
            .orElseGet(service.ids()::next);
    return new Origin(correlation, null, 0, TraceParent.of(request));
  }
}
