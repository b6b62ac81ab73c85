package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.Violation;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Clerk;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Row;
import waybill.kit.commit.TimeLeft;
import waybill.kit.log.Log;

/** Asks the handler, writes what it wants written, and only then gives its answer. */
final class Decision {
  private final Service service;
  private final Clerk clerk;
  private final Awaiting awaiting;

  Decision(Service service) {
    this.service = service;
    this.clerk = service.clerk();
    this.awaiting = new Awaiting(service);
  }

  <Q, A> HttpResponse of(
      Route<Q, A> route, Request<Q> request, Optional<Once.Request> once, Origin origin, Log log) {
    HttpResponse response =
        decisions(route)
            .untilWritten(
                () ->
                    once.isPresent()
                        ? decideOnce(route, request, once.get(), origin, log)
                        : decide(route, request, Optional.empty(), origin, log));
    return awaiting.of(route, request, response, log);
  }

  private Decisions decisions(Route<?, ?> route) {
    if (!route.isPatient()) return service.decisions();
    TimeLeft time = new TimeLeft(service.clock());
    time.until(service.clock().instant().plus(Limits.ANSWER_MAX));
    return service.patientDecisions(time);
  }

  private <Q, A> Optional<HttpResponse> decideOnce(
      Route<Q, A> route, Request<Q> request, Once.Request asked, Origin origin, Log log) {
    Row<Once> row = service.rows().at(Once.ONCE, asked.id());
    Optional<Once> before = row.value();
    if (before.isEmpty())
      return decide(route, request, Optional.of(new Remembering(asked, row)), origin, log);
    return Optional.of(
        before
            .get()
            .refuses(asked)
            .map(refusal -> Problems.of(refusal, origin.correlation()))
            .orElseGet(before.get()::again));
  }

  /**
   * A twin of the request was written after this one had looked for it: what the handler then
   * refuses is what the twin did, and the answer is the twin's.
   */
  private boolean isOvertaken(Remembering remembering) {
    return service.rows().at(Once.ONCE, remembering.asked().id()).exists();
  }

  /** The answer is to be kept in the row as it was read before the handler was asked. */
  private record Remembering(Once.Request asked, Row<Once> row) {}

  private <Q, A> Optional<HttpResponse> decide(
      Route<Q, A> route,
      Request<Q> request,
      Optional<Remembering> remembering,
      Origin origin,
      Log log) {
    Answer<A> answer = route.handler().apply(request);
    if (answer instanceof Answer.Refused<A> refused)
      return remembering.filter(this::isOvertaken).isPresent()
          ? Optional.empty()
          : Optional.of(Problems.of(refused.refusal(), origin.correlation()));
    Answer.Given<A> given = (Answer.Given<A>) answer;
    Prepared prepared = clerk.prepare(given.commit(), origin);
    HttpResponse response = response(route, given, prepared.messages());
    for (var change : remembered(remembering, response, origin).changes())
      prepared = prepared.with(change);
    if (!prepared.writeTo(service.table(), service.ids().next())) return Optional.empty();
    prepared.messages().forEach(id -> log.info("committed", "message_id", id.toString()));
    given.afterwards().run();
    return Optional.of(response);
  }

  /** A document that breaks its contract leaves nobody's house. */
  static <A> String written(Service service, Route<?, A> route, A document) {
    JsonNode body = service.catalog().write(route.gives(), document);
    List<Violation> violations = service.catalog().check(route.gives().id(), body);
    if (!violations.isEmpty())
      throw new IllegalStateException(
          service.name() + " would break " + route.gives() + ": " + violations);
    return Json.write(body);
  }

  private Prepared remembered(
      Optional<Remembering> remembering, HttpResponse response, Origin origin) {
    if (remembering.isEmpty()) return Prepared.of();
    Once once = Once.of(remembering.get().asked(), response, service.clock().instant());
    return clerk.prepare(Commit.commit(remembering.get().row().put(once)), origin);
  }

  /** A text that says what it is leaves as it is. */
  private <A> HttpResponse response(
      Route<?, A> route, Answer.Given<A> given, @Nullable String mediaType) {
    return mediaType != null && given.body() instanceof String text
        ? HttpResponse.json(given.status(), given.headers(), text).with("content-type", mediaType)
        : HttpResponse.json(given.status(), given.headers(), written(service, route, given.body()));
  }

  private <Q, A> HttpResponse response(
      Route<Q, A> route, Answer.Given<A> given, List<MessageId> messages) {
    HttpResponse response = response(route, given, given.headers().get("content-type"));
    if (messages.isEmpty()) return response;
    return response.with(
        "waybill-messages",
        messages.stream().map(MessageId::toString).collect(Collectors.joining(", ")));
  }
}
