package waybill.kit.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.commit.Commit.commit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.ForwardingTable;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Row;
import waybill.kit.commit.Table;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Speaker;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.RacedTable;

/** A service's own items, and what becomes of them when they are due. */
class AgendaTest {
  private static final Kind<Alarm> ALARM = Kind.entry("alarm", Alarm.class).due(Alarm::due);
  private static final Kind<Alarm> NOTE = Kind.entry("note", Alarm.class).due(Alarm::due);

  private static final Kind<Person> PERSON = Kind.entity("person", Person.class);

  record Person(String name) {}

  record Alarm(Instant at, boolean rung) {
    Optional<Instant> due() {
      return rung ? Optional.empty() : Optional.of(at);
    }
  }

  private final MemoryTable table = new MemoryTable();
  private final RacedTable raced = new RacedTable(table);
  private final HandClock clock = new HandClock();
  private final Service service = Given.service("toys", raced, clock);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Worker worker = worker(service);

  @Test
  void whatIsDue_isDoneOnce() {
    put(ALARM, "a");
    worker.order("minute");
    worker.order("minute");
    assertThat(asked).containsExactly("a");
    assertThat(service.rows().find(ALARM, "a")).map(Alarm::rung).hasValue(true);
  }

  @Test
  void whatIsNotDueYet_waits() {
    put(ALARM, "a", clock.instant().plusMillis(1));
    worker.order("minute");
    assertThat(asked).isEmpty();
    clock.pass(Duration.ofMillis(1));
    worker.order("minute");
    assertThat(asked).containsExactly("a");
  }

  @Test
  void whatFails_holdsUpNoOther_andIsTriedAgain() {
    put(ALARM, "broken");
    put(ALARM, "whole");
    worker.order("minute");
    worker.order("minute");
    assertThat(asked).containsExactly("broken", "whole", "broken");
  }

  @Test
  void aConflict_isDecidedAgain() {
    put(ALARM, "a");
    raced.by(() -> put(ALARM, "a"));
    worker.order("minute");
    assertThat(asked).containsExactly("a", "a");
    assertThat(table.due(clock.instant())).isEmpty();
  }

  @Test
  void anItemOfAnotherKind_isLeftAlone() {
    put(NOTE, "a");
    worker.order("minute");
    assertThat(asked).isEmpty();
  }

  @Test
  void anEntity_hasNoDueTimeOfItsOwn() {
    assertThatThrownBy(() -> Kind.entity("alarm", Alarm.class).due(Alarm::due))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tenThousandAtOnce_areDoneInOneMinute_whateverFails() {
    put(ALARM, "broken");
    for (int n = 0; n < 10_000; n++) put(ALARM, "a" + n);

    worker.order("minute");

    assertThat(asked).hasSize(10_001).doesNotHaveDuplicates();
    assertThat(table.due(clock.instant())).hasSize(1);
  }

  @Test
  void whatIsLeftWhenTheTimeIsOver_isForTheNextMinute() {
    put(ALARM, "a");
    List<Integer> parts = new ArrayList<>();
    Table inParts =
        new ForwardingTable(table) {
          @Override
          public boolean due(Instant by, Predicate<List<Item>> goOn) {
            for (int part = 0; part < 2; part++) {
              parts.add(part);
              if (!goOn.test(table.due(by))) return false;
            }
            return true;
          }
        };
    Instant deadline = clock.instant().plus(Limits.TIME_LEFT_OVER);

    worker(service.over(inParts)).order("minute", deadline);

    assertThat(parts).containsExactly(0);
  }

  @Test
  void eachMinute_somethingBesidesIsDone() {
    List<String> done = new ArrayList<>();
    Agenda agenda = Agenda.of(Agenda.when(ALARM, this::ring)).eachMinute(() -> done.add("done"));
    Worker busy = new Worker(service, Inbox.of(), agenda, new MemoryQueue(), new MemoryQueue());
    put(ALARM, "a");

    busy.order("minute");

    assertThat(done).hasSize(1);
    assertThat(asked).containsExactly("a");
  }

  @Test
  void whatFollowsOnWhatWasSaid_isDoneAtOnce_andOnNothingElse() {
    follower().changes(List.of(changed("a"), registered("b")));
    assertThat(asked).containsExactly("a");
  }

  @Test
  void whatFollowsAndFails_holdsUpNoOther() {
    put(ALARM, "whole");
    follower().changes(List.of(changed("broken"), changed("whole")));
    assertThat(asked).containsExactly("broken", "whole");
    assertThat(service.rows().find(ALARM, "whole")).map(Alarm::rung).hasValue(true);
  }

  @Test
  void whatFollows_isLeftToTheMinute_whenTheTimeIsAlmostOver() {
    Instant deadline = clock.instant().plus(Limits.FOLLOWING_LEFT_OVER);
    follower().changes(List.of(changed("a")), deadline);
    assertThat(asked).isEmpty();
  }

  private Worker follower() {
    Agenda agenda = Agenda.of().after(USER_CHANGED, this::ring);
    return new Worker(service, Inbox.of(), agenda, new MemoryQueue(), new MemoryQueue());
  }

  private Speaker changed(String id) {
    UserChanged changed = new UserChanged(id, "a@example.com", "A", clock.instant());
    return speaker(id, PERSON.fresh(id, new Person(id)).saying(USER_CHANGED, changed));
  }

  private Speaker registered(String id) {
    UserRegistered registered = new UserRegistered(id, "a@example.com", "A", clock.instant());
    return speaker(id, PERSON.fresh(id, new Person(id)).saying(USER_REGISTERED, registered));
  }

  private Speaker speaker(String id, Draft<Person> draft) {
    write(commit(draft));
    return Speaker.of(table.read(Key.ofEntity(id)).orElseThrow());
  }

  private Worker worker(Service over) {
    return new Worker(
        over,
        Inbox.of(),
        Agenda.of(Agenda.when(ALARM, this::ring)),
        new MemoryQueue(),
        new MemoryQueue());
  }

  private Commit ring(String id) {
    asked.add(id);
    if (id.equals("broken")) throw new IllegalStateException("broken");
    Row<Alarm> row = service.rows().at(ALARM, id);
    return commit(row.put(new Alarm(clock.instant(), true)));
  }

  private void put(Kind<Alarm> kind, String id) {
    put(kind, id, clock.instant());
  }

  private void put(Kind<Alarm> kind, String id, Instant at) {
    write(commit(service.rows().at(kind, id).put(new Alarm(at, false))));
  }

  private void write(Commit commit) {
    service
        .clerk()
        .prepare(commit, new Origin("test", null, 0, null))
        .writeTo(table, service.ids().next());
  }
}
