package waybill.sagas.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.saga.Composition;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaId;
import waybill.contracts.saga.Step;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.kit.commit.Origin;

/**
 * Thousands of sagas of all shapes with answers lost, late, twice and in disorder, cancelled and
 * decided about at any moment. What must hold holds for each; a seed that fails plays again.
 */
class RandomSagasTest {
  private static final int SAGAS = 5_000;
  private static final int TURNS_MAX = 2_000;
  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Composing COMPOSING =
      (told, facts) ->
          new Composing.Composed(told, Composition.of(told, facts, Json.object()), List.of());

  @Test
  void whateverHappens_eachSagaEndsAsItShould() {
    Map<SagaState, Integer> ends = new EnumMap<>(SagaState.class);
    for (long seed = 0; seed < SAGAS; seed++) {
      Run run = new Run(seed);
      run.play();
      ends.merge(run.saga.state(), 1, Integer::sum);
    }
    assertThat(ends.values()).as("of each end many: %s", ends).hasSize(3).allMatch(n -> n > 100);
  }

  /** Seeds that found something once. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void aSeed_playsAgainAsItDid(long seed) {
    Run first = new Run(seed);
    Run second = new Run(seed);
    first.play();
    second.play();

    assertThat(first.saga).as("seed %d", seed).isEqualTo(second.saga);
  }

  /** One saga and all that happens to it. */
  private static final class Run {
    private final long seed;
    private final Random random;
    private final SagaDefinition definition;
    private final Course course;
    private final Participants participants;
    private final List<Participants.Answer> onTheWay = new ArrayList<>();
    private final boolean operated;
    private Instant now = BEGUN;
    private Duration slack = Duration.ZERO;
    private Instant settled = BEGUN;
    private int decisions;
    private int messages = 1;
    private boolean ended;
    Saga saga;

    Run(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.definition = new RandomDefinition(random).next();
      this.course =
          new Course(
              new SagaId("random", 1), definition, COMPOSING, (version, document) -> List.of());
      this.participants = new Participants(random);
      this.operated = random.nextBoolean();
      Origin origin = new Origin("c", null, 0, null);
      Transition begun = course.begin("random.k", heard("begin"), null, origin, now);
      this.saga = begun.saga();
      take(begun);
    }

    private Heard heard(String contract) {
      return heard(RandomDefinition.contract(contract));
    }

    private Heard heard(ContractId contract) {
      return new Heard(new MessageId("p", "k", messages++), contract, Json.object());
    }

    private void take(Transition transition) {
      Saga before = saga;
      saga = transition.saga();
      participants.tell(transition.says());
      if (ended) {
        assertThat(saga.state()).as("seed %d: one end", seed).isEqualTo(before.state());
        assertThat(transition.says()).as("seed %d: silence after the end", seed).isEmpty();
      }
      ended = saga.state().isEnded();
      if (ended || saga.state() == SagaState.NEEDS_ATTENTION) return;
      settled = now;
    }

    void play() {
      for (int turn = 0; turn < TURNS_MAX && !isOver(); turn++) turn();
      for (int drop = 0; drop < 500 && !(participants.isIdle() && onTheWay.isEmpty()); drop++)
        talk();
      check();
    }

    private boolean isOver() {
      return ended || (saga.state() == SagaState.NEEDS_ATTENTION && !operated);
    }

    private void turn() {
      switch (random.nextInt(12)) {
        case 0 -> late(Duration.ofSeconds(random.nextInt(60)));
        case 1 -> fire();
        case 2 -> {
          if (random.nextInt(10) == 0) take(course.cancelled(saga, heard("cancel"), now));
        }
        case 3 -> {
          if (random.nextInt(10) == 0) take(course.begunAgain(saga, heard("begin"), now));
        }
        case 4 -> operate();
        default -> talk();
      }
    }

    private void talk() {
      if (random.nextBoolean()) participants.act(now).ifPresent(onTheWay::add);
      if (onTheWay.isEmpty() || random.nextBoolean()) return;
      int which = random.nextInt(onTheWay.size());
      Participants.Answer answer =
          random.nextInt(5) == 0 ? onTheWay.get(which) : onTheWay.remove(which);
      if (random.nextInt(15) > 0)
        take(course.heard(saga, answer.to(), heard(answer.contract()), now));
    }

    private void late(Duration time) {
      now = now.plus(time);
    }

    /** As the minute does: not before its time, and at most a minute late. */
    private void fire() {
      Instant timer = saga.timer();
      if (timer == null) return;
      if (timer.isAfter(now)) {
        Transition early = course.timePassed(saga, now);
        assertThat(early.says()).as("seed %d: never early", seed).isEmpty();
        if (random.nextBoolean()) now = timer;
        else return;
      }
      Duration behind = Duration.ofSeconds(random.nextInt(60));
      now = now.plus(behind);
      slack = slack.plus(Duration.between(timer, now));
      take(course.timePassed(saga, now));
    }

    private void operate() {
      if (saga.state() != SagaState.NEEDS_ATTENTION || random.nextInt(3) > 0) return;
      Wish wish = new Wish("olga", "because", null);
      Deciding deciding = course.deciding();
      Decision decision =
          decisions++ < 3 ? deciding.retried(saga, wish, now) : deciding.skipped(saga, wish, now);
      if (decision instanceof Decision.Carried carried) take(carried.transition());
      else throw new AssertionError("seed " + seed + ": " + decision);
    }

    private void check() {
      boolean calm = !operated;
      assertThat(isOver()).as("seed %d: ends", seed).isTrue();
      if (calm) {
        Duration bound = Bounds.of(definition).plus(slack);
        assertThat(Duration.between(BEGUN, settled))
            .as("seed %d: within its bound", seed)
            .isLessThanOrEqualTo(bound.plusSeconds(60));
        attempts();
      }
      assertThat(happened(Happening.COMPLETED) + happened(Happening.COMPENSATED))
          .as("seed %d: at most one end", seed)
          .isLessThanOrEqualTo(1);
      if (saga.state() == SagaState.COMPLETED) completed();
      if (saga.state() == SagaState.COMPENSATED) compensated();
      assertThat(saga.timeline().stream().filter(e -> e.what() == Happening.IGNORED))
          .as("seed %d: bounded", seed)
          .hasSizeLessThanOrEqualTo(Bounds.IGNORED_LISTED_MAX);
    }

    private long happened(Happening what) {
      return saga.timeline().stream().filter(entry -> entry.what() == what).count();
    }

    private void completed() {
      for (Step step : definition.steps())
        assertThat(saga.run(step.name()).undos()).as("seed %d", seed).isZero();
    }

    /** What was skipped by an operator may stay; nothing else that can be undone does. */
    private void compensated() {
      for (Step step : definition.steps()) {
        boolean skipped = saga.timeline().stream().anyMatch(e -> e.what() == Happening.SKIPPED);
        if (step.undo() != null && !skipped)
          assertThat(participants.done()).as("seed %d: undone", seed).doesNotContain(step.name());
      }
      inReverse();
    }

    /** An undo is first asked for once no later stage has one open. */
    private void inReverse() {
      List<String> order =
          saga.timeline().stream()
              .filter(entry -> entry.what() == Happening.UNDO_ASKED)
              .map(entry -> String.valueOf(entry.step()))
              .toList();
      int last = Integer.MAX_VALUE;
      Set<String> seen = new HashSet<>();
      for (String step : order) {
        int stage = stageOf(step);
        if (seen.add(step))
          assertThat(stage).as("seed %d: in reverse", seed).isLessThanOrEqualTo(last);
        last = stage;
      }
    }

    private int stageOf(String step) {
      for (int stage = 0; stage < definition.stages().size(); stage++)
        for (Step one : definition.stages().get(stage)) if (one.name().equals(step)) return stage;
      throw new AssertionError(step);
    }

    private void attempts() {
      for (Step step : definition.steps()) {
        StepRun run = saga.run(step.name());
        assertThat(run.attempts())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(step.patience().attempts());
        if (step.undo() != null)
          assertThat(run.undos())
              .as("seed %d", seed)
              .isLessThanOrEqualTo(step.undo().patience().attempts());
      }
    }
  }
}
