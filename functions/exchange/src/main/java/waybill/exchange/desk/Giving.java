package waybill.exchange.desk;

import static waybill.kit.http.Answer.accepted;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.exchange.DeskTask;
import waybill.contracts.exchange.DeskTask.State;
import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.Service;
import waybill.kit.commit.Change;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Page;
import waybill.kit.http.Answer;

/**
 * Gives an order: who gave it, what it changes here, and that it is to be seen through, all in the
 * commit of the answer. A dry run stops before that.
 */
final class Giving {
  /** A dry run looks at no more pages. */
  private static final int PLANNED_PAGES_MAX = 8;

  private final Service exchange;
  private final Desk desk;
  private final Jobs jobs;
  private final Consumer<String> wake;

  /**
   * @param wake tells a job by its id that its turn has come
   */
  Giving(Service exchange, Desk desk, Jobs jobs, Consumer<String> wake) {
    this.exchange = exchange;
    this.desk = desk;
    this.jobs = jobs;
    this.wake = wake;
  }

  Answer<DeskTask> planned(Subscription of, Wish wish) {
    Decided decided = desk.decide(of, wish);
    if (decided.refusal().isPresent()) return refused(decided.refusal().get());
    return ok(planned(of, task(of, wish), decided.digests(), 1, 0, null));
  }

  Answer<DeskTask> given(Subscription of, Wish wish) {
    Decided decided = desk.decide(of, wish);
    if (decided.refusal().isPresent()) return refused(decided.refusal().get());
    Task task = task(of, wish);
    Job job = jobs.fresh(Task.KIND, Json.tree(task), wish.by());
    Deed deed = Deed.of(job.id(), task, decided, exchange.clock().instant());
    Commit commit = started(job).and(deed.kept(wish.about().toString()));
    for (Change change : decided.changes()) commit = commit.and(change);
    return begun(of, job, decided.digests(), commit);
  }

  private static Task task(Subscription of, Wish wish) {
    return new Task(of.id(), wish.order(), null, wish.about().toString(), wish.reason(), wish.by());
  }

  Answer<DeskTask> planned(Subscription of, Task task) {
    long ordered = 0;
    long passed = 0;
    String cursor = null;
    int pages = 0;
    do {
      Page<ParkedKey> page = desk.parked().page(of, task.group(), cursor, Ordering.A_TURN);
      for (ParkedKey one : page.items()) {
        Wish wish = new Wish(task.order(), one.id(), task.reason(), task.by(), null);
        if (desk.decide(of, wish).refusal().isEmpty()) ordered++;
        else passed++;
      }
      cursor = page.cursor();
    } while (cursor != null && ++pages < PLANNED_PAGES_MAX);
    return ok(planned(of, task, null, ordered, passed, cursor != null));
  }

  Answer<DeskTask> given(Subscription of, Task task) {
    Job job = jobs.fresh(Task.KIND, Json.tree(task), task.by());
    return begun(of, job, null, started(job));
  }

  private Commit started(Job job) {
    return Commit.nothing().and(jobs.change(job));
  }

  private Answer<DeskTask> begun(
      Subscription of, Job job, Decided.@Nullable Digests digests, Commit commit) {
    String at = "/subscriptions/" + of.name() + "/desk-orders/" + job.id();
    return accepted(at, shown(of, job, digests), commit).then(() -> wake.accept(job.id()));
  }

  Optional<DeskTask> find(Subscription of, String id) {
    return jobs.find(id)
        .filter(job -> job.kind().equals(Task.KIND))
        .filter(job -> Task.of(job).subscription().equals(of.id()))
        .map(job -> shown(of, job, new Deeds(exchange.table()).digests(job)));
  }

  private static DeskTask planned(
      Subscription of,
      Task task,
      Decided.@Nullable Digests digests,
      long ordered,
      long passed,
      @Nullable Boolean more) {
    return new DeskTask(
        null,
        of.name(),
        task.order(),
        task.messageId(),
        task.group(),
        task.reason(),
        task.by(),
        State.PLANNED,
        ordered,
        passed,
        more,
        digests == null ? null : digests.before(),
        digests == null ? null : digests.after(),
        null,
        null,
        null);
  }

  private static DeskTask shown(Subscription of, Job job, Decided.@Nullable Digests digests) {
    Task task = Task.of(job);
    Progress at = Progress.of(job);
    return new DeskTask(
        job.id(),
        of.name(),
        task.order(),
        task.messageId(),
        task.group(),
        task.reason(),
        task.by(),
        job.isOver() ? State.DONE : State.RUNNING,
        at.ordered(),
        at.passed(),
        null,
        digests == null ? null : digests.before(),
        digests == null ? null : digests.after(),
        job.problem(),
        job.began(),
        job.ended());
  }
}
