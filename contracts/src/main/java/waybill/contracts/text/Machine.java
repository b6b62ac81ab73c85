package waybill.contracts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;

/**
 * A finite machine for one expression: what it accepts is every text in which the expression is
 * found. States are numbered; 0 is where it starts.
 */
final class Machine {
  static final int STATES_MAX = 4_000;

  private enum Pass {
    ALWAYS,
    AT_START,
    AT_END
  }

  private record Free(int to, Pass pass) {}

  private record Step(Chars chars, int to) {}

  private final List<List<Free>> free = new ArrayList<>();
  private final List<List<Step>> steps = new ArrayList<>();
  private int accepting;
  private final BitSet live = new BitSet();

  private Machine() {}

  static Machine of(Piece piece) throws NotRegular {
    Machine machine = new Machine();
    int start = machine.state();
    machine.steps.get(start).add(new Step(Chars.ALL, start));
    machine.accepting = machine.add(piece, start);
    machine.steps.get(machine.accepting).add(new Step(Chars.ALL, machine.accepting));
    machine.findLive();
    return machine;
  }

  /** Accepts these texts and no other. */
  static Machine ofTexts(Iterable<String> texts) throws NotRegular {
    List<Piece> all = new ArrayList<>();
    for (String text : texts) {
      List<Piece> row = new ArrayList<>();
      row.add(new Piece.Start());
      text.codePoints().forEach(c -> row.add(new Piece.One(Chars.range(c, c))));
      row.add(new Piece.End());
      all.add(new Piece.Row(row));
    }
    return of(new Piece.Either(all));
  }

  private int state() throws NotRegular {
    if (free.size() == STATES_MAX) throw new NotRegular("an expression too large to follow");
    free.add(new ArrayList<>());
    steps.add(new ArrayList<>());
    return free.size() - 1;
  }

  /** Adds what the piece needs behind a state, and returns the state behind it. */
  private int add(Piece piece, int from) throws NotRegular {
    if (piece instanceof Piece.One one) {
      int to = state();
      steps.get(from).add(new Step(one.chars(), to));
      return to;
    }
    if (piece instanceof Piece.Row row) {
      int at = from;
      for (Piece next : row.pieces()) at = add(next, at);
      return at;
    }
    if (piece instanceof Piece.Either either) return addEither(either, from);
    if (piece instanceof Piece.Times times) return addTimes(times, from);
    int to = state();
    Pass pass = piece instanceof Piece.Start ? Pass.AT_START : Pass.AT_END;
    free.get(from).add(new Free(to, pass));
    return to;
  }

  private int addEither(Piece.Either either, int from) throws NotRegular {
    int to = state();
    for (Piece choice : either.pieces()) {
      int begin = state();
      free.get(from).add(new Free(begin, Pass.ALWAYS));
      free.get(add(choice, begin)).add(new Free(to, Pass.ALWAYS));
    }
    return to;
  }

  private int addTimes(Piece.Times times, int from) throws NotRegular {
    int at = from;
    for (int i = 0; i < times.least(); i++) at = add(times.piece(), at);
    if (times.most() < 0) {
      int loop = state();
      free.get(at).add(new Free(loop, Pass.ALWAYS));
      free.get(add(times.piece(), loop)).add(new Free(loop, Pass.ALWAYS));
      return loop;
    }
    int end = state();
    free.get(at).add(new Free(end, Pass.ALWAYS));
    for (int i = times.least(); i < times.most(); i++) {
      at = add(times.piece(), at);
      free.get(at).add(new Free(end, Pass.ALWAYS));
    }
    return end;
  }

  /** Once something was read, what hides behind a start is lost. */
  private void findLive() {
    live.set(accepting);
    for (boolean more = true; more; ) {
      more = false;
      for (int s = free.size() - 1; s >= 0; s--) {
        if (live.get(s) || !leadsToLive(s)) continue;
        live.set(s);
        more = true;
      }
    }
  }

  private boolean leadsToLive(int state) {
    for (Free edge : free.get(state))
      if (edge.pass() != Pass.AT_START && live.get(edge.to())) return true;
    for (Step step : steps.get(state)) if (live.get(step.to())) return true;
    return false;
  }

  void cutInto(SortedSet<Integer> cuts) {
    for (List<Step> each : steps) for (Step step : each) step.chars().cutInto(cuts);
  }

  BitSet start() {
    BitSet states = new BitSet();
    states.set(0);
    close(states, true, false);
    return states;
  }

  BitSet after(BitSet states, int c) {
    BitSet next = new BitSet();
    for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1))
      for (Step step : steps.get(s))
        if (!next.get(step.to()) && step.chars().has(c)) next.set(step.to());
    close(next, false, false);
    next.and(live);
    return next;
  }

  /** Whether the text may end here. */
  boolean accepts(BitSet states, boolean nothingRead) {
    if (states.get(accepting)) return true;
    BitSet atEnd = (BitSet) states.clone();
    close(atEnd, nothingRead, true);
    return atEnd.get(accepting);
  }

  private void close(BitSet states, boolean atStart, boolean atEnd) {
    int[] open = Arrays.copyOf(states.stream().toArray(), free.size() + states.cardinality());
    int count = states.cardinality();
    while (count > 0) {
      for (Free edge : free.get(open[--count])) {
        boolean passes =
            edge.pass() == Pass.ALWAYS
                || (edge.pass() == Pass.AT_START && atStart)
                || (edge.pass() == Pass.AT_END && atEnd);
        if (passes && !states.get(edge.to())) {
          states.set(edge.to());
          open[count++] = edge.to();
        }
      }
    }
  }
}
