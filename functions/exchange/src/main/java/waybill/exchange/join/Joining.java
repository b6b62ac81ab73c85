package waybill.exchange.join;

import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.exchange.PutSubscription;
import waybill.contracts.exchange.ShownSubscription;
import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.exchange.subscribe.Filter;
import waybill.exchange.subscribe.Signing;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.subscribe.Way;
import waybill.kit.Service;
import waybill.kit.commit.Change;
import waybill.kit.commit.Decisions;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;

/** Puts a subscription, and sees to it that a new one gets what was before it. */
public final class Joining {
  private static final int SUBSCRIPTIONS_MAX = 1_000;

  private final Subscriptions subscriptions;
  private final Jobs jobs;
  private final Wanted wanted;
  private final Destinations destinations;
  private final Orders orders;
  private final Consumer<String> wake;
  private final Clock clock;
  private final Decisions decisions;

  /** What has to be done in turns after somebody has come or gone. */
  public interface Orders {
    Job backfill(Subscription joined, String by);

    Job leaving(Subscription left, String by);

    /** Says what is taken from now on. */
    Job telling(Subscription changed, List<ContractId> takes, long sequence);
  }

  /**
   * @param wake tells a job by its id that its turn has come
   */
  public Joining(
      Service exchange,
      Subscriptions subscriptions,
      Jobs jobs,
      Destinations destinations,
      Orders orders,
      Consumer<String> wake) {
    this.subscriptions = subscriptions;
    this.jobs = jobs;
    this.wanted = new Wanted(exchange.catalog(), destinations);
    this.destinations = destinations;
    this.orders = orders;
    this.wake = wake;
    this.clock = exchange.clock();
    this.decisions = exchange.decisions();
  }

  Wanted wanted() {
    return wanted;
  }

  Answer<ShownSubscription> put(String name, String service, PutSubscription asked, Caller caller) {
    return decisions.untilWritten(
        () -> {
          Optional<Subscription> there = subscriptions.find(name);
          return there.isPresent()
              ? change(there.get(), asked)
              : join(name, service, asked, caller);
        });
  }

  private Optional<Answer<ShownSubscription>> join(
      String name, String service, PutSubscription asked, Caller caller) {
    if (subscriptions.now().all().size() >= SUBSCRIPTIONS_MAX)
      return Optional.of(refused(JoinProblem.SUBSCRIPTIONS_FULL.because("at most 1,000")));
    Way way = Way.valueOf(asked.delivery().kind().name());
    Signing signing = way == Way.WEBHOOK ? Signing.with(destinations.secret()) : null;
    Subscription joined =
        new Subscription(
            subscriptions.nextId(name),
            name,
            service,
            takes(asked),
            filter(asked),
            Starts.from(asked.start()),
            way,
            address(asked, way),
            signing,
            null,
            clock.instant());
    Job job = joined.from() == null ? null : orders.backfill(joined, by(caller));
    Told told = new Told(joined, joined.takes());
    if (!subscriptions.put(joined, job == null ? List.of() : List.of(jobs.change(job)), told))
      return Optional.empty();
    if (job != null) wake.accept(job.id());
    told.wake();
    return Optional.of(ok(Views.of(joined, secretOf(signing), job == null ? null : job.id())));
  }

  private Optional<Answer<ShownSubscription>> change(Subscription there, PutSubscription asked) {
    Way way = Way.valueOf(asked.delivery().kind().name());
    if (way != there.way())
      return Optional.of(refused(JoinProblem.ANOTHER_WAY.at("/delivery/kind")));
    boolean fresh = way == Way.WEBHOOK && (there.signing() == null || rotates(asked));
    Signing signing = fresh ? renewed(there.signing()) : there.signing();
    Subscription changed =
        there.changed(takes(asked), filter(asked), way, address(asked, way), signing);
    Told told = new Told(changed, changed.takes());
    if (!changed.equals(there) && !subscriptions.put(changed, List.of(), told))
      return Optional.empty();
    told.wake();
    return Optional.of(ok(Views.of(changed, fresh ? secretOf(signing) : null, null)));
  }

  private Signing renewed(@Nullable Signing before) {
    String secret = destinations.secret();
    return before == null ? Signing.with(secret) : before.exchangedFor(secret, clock.instant());
  }

  void leave(Subscription subscription, Caller caller) {
    Job job = orders.leaving(subscription, by(caller));
    Told told = new Told(subscription, List.of());
    decisions.untilWritten(
        () ->
            subscriptions.remove(subscription, List.of(jobs.change(job)), told)
                ? Optional.of(caller)
                : Optional.empty());
    wake.accept(job.id());
    told.wake();
  }

  /** Has it said, once it is written, what is taken from now on. */
  private final class Told implements Subscriptions.Saying {
    private final Subscription changed;
    private final List<ContractId> takes;
    private @Nullable Job job;

    private Told(Subscription changed, List<ContractId> takes) {
      this.changed = changed;
      this.takes = takes;
    }

    @Override
    public Change of(long sequence) {
      job = orders.telling(changed, takes, sequence);
      return jobs.change(job);
    }

    private void wake() {
      if (job != null) Joining.this.wake.accept(job.id());
    }
  }

  private static @Nullable String secretOf(@Nullable Signing signing) {
    return signing == null ? null : signing.secret();
  }

  private static boolean rotates(PutSubscription asked) {
    return Boolean.TRUE.equals(asked.delivery().rotate());
  }

  private static @Nullable String address(PutSubscription asked, Way way) {
    return way == Way.PULL ? null : asked.delivery().url();
  }

  private static List<ContractId> takes(PutSubscription asked) {
    return asked.contracts().stream().map(ContractId::parse).toList();
  }

  private static Filter filter(PutSubscription asked) {
    return asked.filter() == null ? Filter.ALL : Filter.of(asked.filter());
  }

  private static String by(Caller caller) {
    return caller.isMachine() ? caller.client() : caller.subject();
  }
}
