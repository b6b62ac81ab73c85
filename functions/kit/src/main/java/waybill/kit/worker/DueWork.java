package waybill.kit.worker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Item;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.TimeLeft;
import waybill.kit.outbox.Speaker;

/** Carries out the agenda, one item after the other: one that fails holds up no other. */
final class DueWork {
  private final Service service;
  private final Agenda agenda;
  private final Decisions decisions;

  DueWork(Service service, Agenda agenda, TimeLeft time) {
    this.service = service;
    this.agenda = agenda;
    this.decisions = service.patientDecisions(time);
  }

  /**
   * @return whether the agenda has anything to say about the item
   */
  boolean wake(Item due) {
    Optional<Supplier<Commit>> work = agenda.workOf(due);
    work.ifPresent(decision -> tryOnce(due.kind(), decision));
    return work.isPresent();
  }

  /** What there is no time for is due soon. */
  void follow(List<Speaker> speakers, @Nullable Instant until) {
    for (Speaker speaker : speakers)
      for (Supplier<Commit> decision : agenda.workAfter(speaker))
        if (until == null || service.clock().instant().isBefore(until))
          tryOnce("what was said", decision);
  }

  /** What fails is still due, and the next minute tries again. */
  private void tryOnce(String what, Supplier<Commit> decision) {
    try {
      decisions.untilWritten(() -> written(decision));
    } catch (RuntimeException e) {
      service.log().error("what was due could not be done", e, "kind", what);
    }
  }

  private Optional<Prepared> written(Supplier<Commit> decision) {
    Origin origin = new Origin(service.ids().next(), null, 0, null);
    Prepared prepared = service.clerk().prepare(decision.get(), origin);
    if (!prepared.writeTo(service.table(), service.ids().next())) return Optional.empty();
    prepared.messages().forEach(id -> service.log().info("committed", "message_id", id.toString()));
    return Optional.of(prepared);
  }
}
