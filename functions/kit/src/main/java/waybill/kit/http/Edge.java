package waybill.kit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Origin;
import waybill.kit.log.Log;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/**
 * What stands between a raw request and its handler: known, small enough, understood, in contract.
 */
final class Edge {
  private static final Pattern CORRELATION =
      Pattern.compile("[A-Za-z0-9._:-]{1," + Limits.CORRELATION_CHARS_MAX + "}");
  private static final Pattern IDEMPOTENCY_KEY =
      Pattern.compile("[\\x21-\\x7e]{1," + Limits.IDEMPOTENCY_KEY_CHARS_MAX + "}");

  private final Service service;
  private final Routes routes;
  private final Negotiation negotiation;
  private final Intake intake;
  private final Decision decision;

  Edge(Service service, Routes routes) {
    this.service = service;
    this.routes = routes;
    KnownForms forms = new KnownForms(service.catalog());
    this.negotiation = new Negotiation(forms);
    this.intake = new Intake(service.catalog(), forms);
    this.decision = new Decision(service);
  }

  HttpResponse handle(HttpRequest request) {
    Origin origin = origin(request);
    Log log = service.log().with("correlation_id", origin.correlation());
    HttpResponse response = Conditional.of(request, safely(request, origin, log));
    log(log.with("route", request.routeKey()), Caller.of(request.authorizer()), response);
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
    var gives = route.get().gives().id();
    Optional<Rendition> rendition =
        route.get().givesAFile()
            ? Optional.of(Rendition.JSON)
            : negotiation.ofTheAnswer(gives, request);
    return rendition.isEmpty()
        ? refused(negotiation.refusal(gives, request), origin).with("vary", "accept")
        : rendition.get().of(limited(route.get(), request, origin, log), log);
  }

  private HttpResponse limited(Route<?, ?> route, HttpRequest request, Origin origin, Log log) {
    int bytesMax = route.bytesMax();
    if (request.body().length > bytesMax)
      return refused(Problem.TOO_LARGE.because("at most " + bytesMax + " bytes are taken"), origin);
    Optional<String> key = request.header("idempotency-key").filter(k -> route.remembers());
    if (key.isPresent() && !IDEMPOTENCY_KEY.matcher(key.get()).matches())
      return refused(
          Problem.BAD_HEADER.because(
              "Idempotency-Key takes 1 to "
                  + Limits.IDEMPOTENCY_KEY_CHARS_MAX
                  + " visible ASCII characters"),
          origin);
    return checked(route, request, key, origin, log);
  }

  private <Q, A> HttpResponse checked(
      Route<Q, A> route, HttpRequest http, Optional<String> key, Origin origin, Log log) {
    Intake.Taken<Q> taken = intake.of(route, http);
    if (taken instanceof Intake.Refused<Q> no) return refused(no.refusal(), origin);
    Intake.Body<Q> body = (Intake.Body<Q>) taken;
    Optional<Once.Request> once =
        key.map(text -> Once.Request.of(route, text, http, body.document()));
    return decision.of(route, request(body.value(), http, origin), once, origin, log);
  }

  private static <Q> Request<Q> request(Q body, HttpRequest http, Origin origin) {
    Map<String, String> headers = new LinkedHashMap<>(http.headers());
    headers.put("x-correlation-id", origin.correlation());
    if (origin.traceparent() == null) headers.remove("traceparent");
    else headers.put("traceparent", origin.traceparent());
    return new Request<>(body, http.path(), Caller.of(http.authorizer()), headers, http.arrival());
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
