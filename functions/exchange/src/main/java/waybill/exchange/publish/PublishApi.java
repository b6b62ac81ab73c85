package waybill.exchange.publish;

import static waybill.kit.http.Answer.refused;

import java.util.List;
import java.util.Map;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Publication;
import waybill.contracts.exchange.PublishedEntry;
import waybill.contracts.exchange.ShownDelivery;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Patience;
import waybill.kit.commit.Tally;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.KnownForms;
import waybill.kit.http.Preference;
import waybill.kit.http.Reading;
import waybill.kit.http.Request;
import waybill.kit.http.Route;
import waybill.kit.http.Routes;
import waybill.kit.outbox.Queue;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** What the exchange answers to who publishes. */
public final class PublishApi {
  private final Bindings bindings;
  private final KnownForms forms;
  private final Gate gate;
  private final Unpacking unpacking;
  private final Publishing publishing;
  private final Awaiting awaiting;

  /**
   * @param exchange knows what was registered, too
   */
  public PublishApi(
      Service exchange,
      Copies copies,
      Bindings bindings,
      Queue published,
      Tally tally,
      int perMinute) {
    Ledger ledger = new Ledger(exchange);
    Versions versions = new Versions(exchange.catalog(), copies);
    this.bindings = bindings;
    this.forms = new KnownForms(exchange.catalog());
    this.unpacking = new Unpacking(exchange.catalog(), forms, versions);
    this.gate =
        new Gate(exchange.catalog(), bindings, new Quota(tally, exchange.clock(), perMinute));
    this.publishing =
        new Publishing(
            new Accepting(exchange, ledger, new Judging(exchange.catalog(), copies, versions)),
            new Dispatch(published, exchange.log()),
            exchange.log());
    this.awaiting = new Awaiting(ledger, new Patience(exchange.pause(), exchange.clock()));
  }

  public Routes routes() {
    return Routes.of(
        Route.post(
            "/messages",
            ExchangeContracts.EVENT,
            new Reading<>(
                Limits.BATCH_BYTES_MAX, Posted.MEDIA_TYPES, request -> Posted.of(request, forms)),
            ExchangeContracts.PUBLICATION,
            this::publish));
  }

  Answer<Publication> publish(Request<Posted> request) {
    Caller caller = request.caller();
    if (!caller.isMachine())
      return refused(Problem.FORBIDDEN.because("services publish, people do not"));
    Posted posted = request.body();
    int events = posted.events().size();
    if (events < 1 || events > Limits.PUBLISHED_EVENTS_MAX)
      return refused(PublishProblem.BATCH_SIZE.at(""));
    List<Outcome> outcomes =
        publishing.publish(candidates(posted, caller), caller.client(), origin(request));
    Preference preference = Preference.of(request);
    var ended = ended(outcomes, preference);
    Answer<Publication> answer =
        posted.isBatch() ? batch(outcomes, ended) : single(outcomes.get(0), ended);
    return preference.isWaiting() && answer instanceof Answer.Given<Publication> given
        ? given.header("preference-applied", preference.applied())
        : answer;
  }

  private List<Candidate> candidates(Posted posted, Caller caller) {
    List<Candidate> candidates = gate.candidates(posted.events(), bindings.of(caller));
    Packed packed = posted.packed();
    return packed == null
        ? candidates
        : candidates.stream().map(one -> unpacking.of(one, packed)).toList();
  }

  private static Origin origin(Request<?> request) {
    String traceparent = request.header("traceparent");
    return new Origin(
        request.header("x-correlation-id"), null, 0, traceparent.isEmpty() ? null : traceparent);
  }

  private Map<MessageId, List<ShownDelivery>> ended(List<Outcome> outcomes, Preference preference) {
    if (!preference.isWaiting()) return Map.of();
    List<MessageId> ids =
        outcomes.stream()
            .filter(Outcome.Accepted.class::isInstance)
            .map(one -> ((Outcome.Accepted) one).id())
            .toList();
    return awaiting.deliveries(ids, preference.patience());
  }

  private static Answer<Publication> single(
      Outcome outcome, Map<MessageId, List<ShownDelivery>> ended) {
    if (outcome instanceof Outcome.Refused no) return refused(no.refusal());
    MessageId id = ((Outcome.Accepted) outcome).id();
    return Answer.accepted(
        "/messages/" + id, new Publication(id.toString(), ended.get(id), null), Commit.nothing());
  }

  private static Answer<Publication> batch(
      List<Outcome> outcomes, Map<MessageId, List<ShownDelivery>> ended) {
    List<PublishedEntry> entries = outcomes.stream().map(one -> entry(one, ended)).toList();
    return new Answer.Given<>(202, Publication.ofBatch(entries), Map.of(), Commit.nothing());
  }

  private static PublishedEntry entry(Outcome outcome, Map<MessageId, List<ShownDelivery>> ended) {
    if (outcome instanceof Outcome.Refused refused) {
      Refusal refusal = refused.refusal();
      return new PublishedEntry(refusal.type().status(), null, null, refusal.document(null));
    }
    MessageId id = ((Outcome.Accepted) outcome).id();
    return new PublishedEntry(202, id.toString(), ended.get(id), null);
  }
}
