package waybill.exchange.pull;

import static waybill.contracts.exchange.ExchangeContracts.PULL;
import static waybill.contracts.exchange.ExchangeContracts.PULLED;
import static waybill.contracts.exchange.ExchangeContracts.TELL_RECEIPTS;
import static waybill.contracts.exchange.ExchangeContracts.TOLD_RECEIPTS;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import waybill.contracts.exchange.Pull;
import waybill.contracts.exchange.Pulled;
import waybill.contracts.exchange.TellReceipts;
import waybill.contracts.exchange.ToldReceipts;
import waybill.exchange.join.Spokesman;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.subscribe.Way;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** What the exchange answers to subscribers without an inbox of ours. */
public final class PullApi {
  private final Subscriptions subscriptions;
  private final Spokesman spokesman;
  private final Pulling pulling;
  private final Telling telling;

  public PullApi(
      Subscriptions subscriptions, Spokesman spokesman, Pulling pulling, Telling telling) {
    this.subscriptions = subscriptions;
    this.spokesman = spokesman;
    this.pulling = pulling;
    this.telling = telling;
  }

  public Routes routes() {
    return Routes.of(
        get("/subscriptions/{name}/messages", PULL, PULLED, this::pull),
        post("/subscriptions/{name}/receipts", TELL_RECEIPTS, TOLD_RECEIPTS, this::tell));
  }

  Answer<Pulled> pull(Request<Pull> request) {
    Optional<Subscription> found = subscriptions.now().named(request.path("name"));
    Optional<Refusal> refusal = refusal(request, found, List.of(Way.PULL));
    return refusal.isPresent()
        ? refused(refusal.get())
        : ok(pulling.pull(found.orElseThrow(), request.body()));
  }

  Answer<ToldReceipts> tell(Request<TellReceipts> request) {
    Optional<Subscription> found = subscriptions.now().named(request.path("name"));
    Optional<Refusal> refusal = refusal(request, found, List.of(Way.PULL, Way.QUEUE));
    if (refusal.isPresent()) return refused(refusal.get());
    Subscription by = found.orElseThrow();
    return ok(new ToldReceipts(telling.notes(by, request.body().receipts())));
  }

  private Optional<Refusal> refusal(
      Request<?> request, Optional<Subscription> found, List<Way> ways) {
    if (found.isEmpty()) return Optional.of(NOT_FOUND.because("no such subscription"));
    if (!spokesman.maySpeakFor(request.caller(), found.get().service()))
      return Optional.of(FORBIDDEN.because("only the subscriber"));
    return ways.contains(found.get().way())
        ? Optional.empty()
        : Optional.of(
            PullProblem.ANOTHER_WAY.because(found.get().way().name().toLowerCase(Locale.ROOT)));
  }
}
