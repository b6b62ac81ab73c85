package waybill.exchange.hear;

import static waybill.exchange.subscribe.Subscriptions.COORDINATOR;

import java.util.Set;
import java.util.function.Function;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.SagaRegistered;
import waybill.contracts.saga.SagaFile;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.commit.Change;
import waybill.kit.commit.Commit;
import waybill.kit.inbox.Reaction;

/** What sagas hear is what their coordinator is subscribed to: with each one it may be more. */
public final class Widening {
  private final Subscriptions subscriptions;
  private final Function<Subscription, Subscriptions.Saying> telling;

  /**
   * @param telling has it said that the coordinator takes more
   */
  public Widening(
      Subscriptions subscriptions, Function<Subscription, Subscriptions.Saying> telling) {
    this.subscriptions = subscriptions;
    this.telling = telling;
  }

  /** Never less: a saga goes on under the version that it began with. */
  Reaction by(SagaRegistered told) {
    Set<ContractId> hears = SagaFile.read(told.definition()).hears();
    Commit commit = Commit.nothing();
    for (Change change : subscriptions.widened(COORDINATOR, hears, telling))
      commit = commit.and(change);
    return new Reaction.Effect(commit);
  }
}
