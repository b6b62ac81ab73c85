package waybill.exchange.join;

import static waybill.contracts.exchange.ExchangeContracts.PUT_SUBSCRIPTION;
import static waybill.contracts.exchange.ExchangeContracts.SUBSCRIPTION;
import static waybill.contracts.exchange.ExchangeContracts.SUBSCRIPTION_LIST;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.delete;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.put;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.Optional;
import waybill.contracts.exchange.PutSubscription;
import waybill.contracts.exchange.ShownSubscription;
import waybill.contracts.exchange.SubscriptionList;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** What the exchange answers about subscriptions. */
public final class SubscriptionsApi {
  private final Subscriptions subscriptions;
  private final Spokesman spokesman;
  private final Wanted wanted;
  private final Joining joining;

  public SubscriptionsApi(Subscriptions subscriptions, Spokesman spokesman, Joining joining) {
    this.subscriptions = subscriptions;
    this.spokesman = spokesman;
    this.wanted = joining.wanted();
    this.joining = joining;
  }

  public Routes routes() {
    return Routes.of(
        get("/subscriptions", SUBSCRIPTION_LIST, this::list),
        put("/subscriptions/{name}", PUT_SUBSCRIPTION, SUBSCRIPTION, this::join),
        get("/subscriptions/{name}", SUBSCRIPTION, this::show),
        delete("/subscriptions/{name}", SUBSCRIPTION, this::leave));
  }

  Answer<SubscriptionList> list(Request<Nothing> request) {
    return ok(
        new SubscriptionList(
            subscriptions.now().all().stream()
                .filter(one -> !one.takes().isEmpty())
                .filter(one -> spokesman.maySpeakFor(request.caller(), one.service()))
                .map(Views::of)
                .toList()));
  }

  Answer<ShownSubscription> join(Request<PutSubscription> request) {
    String name = request.path("name");
    if (!Names.isName(name)) return refused(NOT_FOUND.because("no name: " + Names.FORM));
    if (subscriptions.isMember(name))
      return refused(JoinProblem.MEMBERS_SUBSCRIBE_BY_DEPLOYMENT.because(name));
    PutSubscription asked = request.body();
    Optional<Refusal> refusal = spokesman.refusal(request.caller(), asked.service());
    if (refusal.isPresent()) return refused(refusal.get());
    String service = spokesman.service(request.caller(), asked.service()).orElseThrow();
    refusal = taken(name, service).or(() -> wanted.refusal(service, asked));
    return refusal.isPresent()
        ? refused(refusal.get())
        : joining.put(name, service, asked, request.caller());
  }

  private Optional<Refusal> taken(String name, String service) {
    return subscriptions
        .find(name)
        .filter(one -> !one.service().equals(service))
        .map(one -> JoinProblem.NAME_TAKEN.because(name));
  }

  Answer<ShownSubscription> show(Request<Nothing> request) {
    Optional<Subscription> found = subscriptions.now().named(request.path("name"));
    if (found.isEmpty()) return refused(NOT_FOUND.because("no such subscription"));
    if (!spokesman.maySpeakFor(request.caller(), found.get().service()))
      return refused(FORBIDDEN.because("operators, and the subscriber"));
    return ok(Views.of(found.get()));
  }

  /** What is open then ends as skipped; joining again is another subscription. */
  Answer<ShownSubscription> leave(Request<Nothing> request) {
    Optional<Subscription> found = subscriptions.find(request.path("name"));
    if (found.isEmpty())
      return subscriptions.isMember(request.path("name"))
          ? refused(JoinProblem.MEMBERS_SUBSCRIBE_BY_DEPLOYMENT.because(request.path("name")))
          : refused(NOT_FOUND.because("no such subscription"));
    if (!spokesman.maySpeakFor(request.caller(), found.get().service()))
      return refused(FORBIDDEN.because("operators, and the subscriber"));
    joining.leave(found.get(), request.caller());
    return ok(Views.of(found.get()));
  }
}
