package waybill.sagas.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import waybill.contracts.ContractId;

/**
 * Everybody who takes part in one saga, as they should be: each does a thing once, repeats its
 * answer, and refuses a command behind its undo. They hear in order, and slowly.
 */
final class Participants {

  /** An answer on its way. */
  record Answer(long to, ContractId contract) {}

  private final Random random;
  private final Map<String, Boolean> decided = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> tombstones = new HashSet<>();
  private final List<String> undone = new ArrayList<>();
  private final List<Said> waiting = new ArrayList<>();

  /** Whether this saga's undos may be refused for good. */
  private final boolean stubborn;

  Participants(Random random) {
    this.random = random;
    this.stubborn = random.nextInt(6) == 0;
  }

  void tell(List<Said> said) {
    for (Said one : said) if (one.step() != null) waiting.add(one);
  }

  /** The next command, in order; past its time it is refused without an answer. */
  Optional<Answer> act(Instant now) {
    if (waiting.isEmpty()) return Optional.empty();
    Said command = waiting.remove(0);
    if (command.expires() != null && !command.expires().isAfter(now)) return Optional.empty();
    if (random.nextInt(20) == 0) return Optional.empty();
    String name = command.contract().name().substring(2);
    String step = String.valueOf(command.step());
    String answer = name.startsWith("undo-") ? undo(step) : perform(step);
    return Optional.of(new Answer(command.sequence(), RandomDefinition.contract(answer + step)));
  }

  private String perform(String step) {
    if (tombstones.contains(step)) return "refused-";
    boolean yes = decided.computeIfAbsent(step, s -> random.nextInt(8) > 0);
    if (yes) done.add(step);
    return yes ? "done-" : "refused-";
  }

  private String undo(String step) {
    if (stubborn && random.nextInt(3) == 0) return "stuck-";
    tombstones.add(step);
    if (done.remove(step)) undone.add(step);
    return "undone-";
  }

  /** Steps that are done and not undone. */
  Set<String> done() {
    return done;
  }

  /** Commands that nobody has acted on yet. */
  boolean isIdle() {
    return waiting.isEmpty();
  }

  List<String> undone() {
    return undone;
  }
}
