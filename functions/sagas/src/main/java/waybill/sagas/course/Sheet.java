package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.saga.Told;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.TimelineEntry;

/** A saga while one transition of it is written down. */
final class Sheet {
  private static final String SERVICE = "sagas";

  /** What a saga does by itself, again and again. */
  private static final Set<Happening> PASSING =
      EnumSet.of(
          Happening.ASKED,
          Happening.DONE,
          Happening.TIMED_OUT,
          Happening.UNDO_ASKED,
          Happening.UNDONE,
          Happening.UNDO_TIMED_OUT,
          Happening.IGNORED);

  private final Saga before;
  private final Composing composing;
  final Instant now;

  SagaState state;
  boolean undoing;
  int stage;
  @Nullable String reason;
  @Nullable String step;
  @Nullable String attention;
  private final Map<String, StepRun> runs;
  private final Map<String, JsonNode> replies;
  private final List<TimelineEntry> timeline;
  private final List<Said> says = new ArrayList<>();
  private int unlisted;
  private long said;
  private @Nullable Instant endedAt;

  Sheet(Saga saga, Composing composing, Instant now) {
    this.before = saga;
    this.composing = composing;
    this.now = now;
    this.state = saga.state();
    this.undoing = saga.undoing();
    this.stage = saga.stage();
    this.reason = saga.reason();
    this.step = saga.step();
    this.attention = saga.attention();
    this.runs = new LinkedHashMap<>(saga.runs());
    this.replies = new LinkedHashMap<>(saga.replies());
    this.timeline = new ArrayList<>(saga.timeline());
    this.unlisted = saga.unlisted();
    this.said = saga.said();
    this.endedAt = saga.endedAt();
  }

  StepRun run(String name) {
    return runs.getOrDefault(name, StepRun.WAITING);
  }

  void put(String name, StepRun run) {
    runs.put(name, run);
  }

  /** Whether there is room for it. */
  boolean keep(String name, JsonNode reply) {
    if (!reply.isEmpty()) replies.put(name, reply);
    return Json.bytes(facts()).length <= Bounds.FACTS_BYTES_MAX;
  }

  void forget(String name) {
    replies.remove(name);
  }

  Composing.Composed compose(Told told) {
    return composing.of(told, facts());
  }

  private JsonNode facts() {
    ObjectNode facts = Json.object();
    facts.set("input", before.input());
    facts.set("replies", Json.tree(replies));
    ObjectNode saga = facts.putObject("saga").put("id", before.id()).put("key", before.key());
    if (reason != null) saga.put("reason", reason);
    if (step != null) saga.put("step", step);
    return facts;
  }

  /** Beside what is said already. */
  boolean hasRoomFor(List<Composing.Composed> more) {
    return Load.fits(
        Stream.concat(
            says.stream().map(Said::document), more.stream().map(Composing.Composed::document)));
  }

  /** Its sequence. */
  long say(
      Composing.Composed made,
      Happening what,
      @Nullable String of,
      int attempt,
      @Nullable Instant expires) {
    said++;
    String id = new MessageId(SERVICE, before.id(), said).toString();
    says.add(new Said(said, made.told().command(), made.document(), of, attempt, expires));
    note(
        new TimelineEntry(
            now,
            what,
            of,
            of == null ? null : attempt,
            id,
            made.told().command().toString(),
            null,
            null));
    return said;
  }

  void note(TimelineEntry entry) {
    timeline.add(entry);
    if (timeline.size() > Bounds.TIMELINE_MAX) forgetOne();
  }

  private void forgetOne() {
    for (int at = 0; at < timeline.size(); at++)
      if (PASSING.contains(timeline.get(at).what())) {
        timeline.remove(at);
        unlisted++;
        return;
      }
  }

  void note(Happening what, @Nullable String of, @Nullable Integer attempt, @Nullable String why) {
    note(new TimelineEntry(now, what, of, attempt, null, null, why, null));
  }

  void noteHeard(
      Happening what,
      @Nullable String of,
      @Nullable Integer attempt,
      Heard heard,
      @Nullable String why) {
    String contract = heard.contract().toString();
    String id = heard.id().toString();
    if (what == Happening.IGNORED && ignored() >= Bounds.IGNORED_LISTED_MAX) unlisted++;
    else note(new TimelineEntry(now, what, of, attempt, id, contract, why, null));
  }

  private long ignored() {
    return timeline.stream().filter(entry -> entry.what() == Happening.IGNORED).count();
  }

  void needsAttention(String why) {
    state = SagaState.NEEDS_ATTENTION;
    attention = Bounds.brief(why);
    note(Happening.NEEDS_ATTENTION, null, null, attention);
  }

  void end(SagaState as, Happening what) {
    state = as;
    attention = null;
    endedAt = now;
    note(what, null, null, null);
  }

  Transition transition() {
    Saga after =
        new Saga(
            before.id(),
            before.definition(),
            before.owner(),
            before.key(),
            state,
            undoing,
            stage,
            reason,
            step,
            attention,
            runs,
            before.input(),
            replies,
            timeline,
            unlisted,
            said,
            before.origin(),
            before.begunAt(),
            endedAt,
            timer());
    return new Transition(after, says);
  }

  /** One that is set early enough is left alone: each deadline would cost a write otherwise. */
  private @Nullable Instant timer() {
    if (state.isEnded()) return null;
    Instant set = before.timer();
    if (set != null && !set.isAfter(now)) set = null;
    Instant next =
        runs.values().stream()
            .map(StepRun::deadline)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    if (next == null || set == null) return next == null ? set : next;
    return next.isBefore(set) ? next : set;
  }
}
