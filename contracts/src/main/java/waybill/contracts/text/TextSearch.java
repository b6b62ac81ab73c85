package waybill.contracts.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs several machines over the same text, letter by letter and shortest texts first, until the
 * first so many accept and the others do not.
 */
final class TextSearch {
  private static final int VISITS_MAX = 60_000;
  private static final int DEPTH_MAX = 1_500;
  private static final int DEEPER_THAN_NEEDED = 100;

  /** Letters that people like to read come first. */
  private static final String NICE =
      "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_. ";

  private final List<Machine> machines;
  private final int wanted;
  private final int lengthMin;
  private final int lengthMax;
  private final Runnable tick;
  private final int[] letters;
  private int visits;

  TextSearch(List<Machine> machines, int wanted, int lengthMin, int lengthMax, Runnable tick) {
    this.machines = machines;
    this.wanted = wanted;
    this.lengthMin = lengthMin;
    this.lengthMax = lengthMax;
    this.tick = tick;
    this.letters = letters(machines);
  }

  /** The shortest first; where there are too many of them, any, and the longest first. */
  Optional<String> run() throws Texts.GivenUp {
    try {
      return broad();
    } catch (Texts.GivenUp e) {
      visits = 0;
      return deep();
    }
  }

  private Optional<String> deep() throws Texts.GivenUp {
    int most = lengthMax < 0 ? lengthMin + DEEPER_THAN_NEEDED : lengthMax;
    if (most > DEPTH_MAX) throw new Texts.GivenUp();
    List<BitSet> start = machines.stream().map(Machine::start).toList();
    Visit found = deeper(new Visit(start, -1, null), 0, most, new HashSet<>());
    // Longer ones were not looked at.
    if (found == null && lengthMax < 0) throw new Texts.GivenUp();
    return Optional.ofNullable(found).map(TextSearch::text);
  }

  private record At(int length, List<BitSet> states) {}

  private @Nullable Visit deeper(Visit visit, int length, int most, Set<At> failed)
      throws Texts.GivenUp {
    if (length < most) {
      for (int letter : letters) {
        if (++visits > VISITS_MAX) throw new Texts.GivenUp();
        if ((visits & 7) == 0) tick.run();
        List<BitSet> states = after(visit.states, letter);
        if (isHopeless(states) || !failed.add(new At(length + 1, states))) continue;
        Visit found = deeper(new Visit(states, letter, visit), length + 1, most, failed);
        if (found != null) return found;
      }
    }
    return length >= lengthMin && accepts(visit, length) ? visit : null;
  }

  private record Visit(List<BitSet> states, int letter, @Nullable Visit before) {}

  private Optional<String> broad() throws Texts.GivenUp {
    List<BitSet> start = machines.stream().map(Machine::start).toList();
    List<Visit> level = List.of(new Visit(start, -1, null));
    Set<List<BitSet>> seen = new HashSet<>();
    for (int length = 0; !level.isEmpty() && (lengthMax < 0 || length <= lengthMax); length++) {
      if (length >= lengthMin) {
        for (Visit visit : level) if (accepts(visit, length)) return Optional.of(text(visit));
        for (Visit visit : level) seen.add(visit.states);
      }
      level = next(level, length + 1 > lengthMin ? seen : Set.of());
    }
    return Optional.empty();
  }

  private List<Visit> next(List<Visit> level, Set<List<BitSet>> seen) throws Texts.GivenUp {
    Map<List<BitSet>, Visit> next = new HashMap<>();
    List<Visit> inOrder = new ArrayList<>();
    for (Visit visit : level) {
      for (int letter : letters) {
        if (++visits > VISITS_MAX) throw new Texts.GivenUp();
        if ((visits & 7) == 0) tick.run();
        List<BitSet> states = after(visit.states, letter);
        if (seen.contains(states) || isHopeless(states) || next.containsKey(states)) continue;
        Visit one = new Visit(states, letter, visit);
        next.put(states, one);
        inOrder.add(one);
      }
    }
    return inOrder;
  }

  private List<BitSet> after(List<BitSet> states, int letter) {
    List<BitSet> after = new ArrayList<>(states.size());
    for (int i = 0; i < machines.size(); i++)
      after.add(machines.get(i).after(states.get(i), letter));
    return after;
  }

  private boolean isHopeless(List<BitSet> states) {
    for (int i = 0; i < wanted; i++) if (states.get(i).isEmpty()) return true;
    return false;
  }

  private boolean accepts(Visit visit, int length) {
    for (int i = 0; i < machines.size(); i++)
      if (machines.get(i).accepts(visit.states.get(i), length == 0) != (i < wanted)) return false;
    return true;
  }

  private static String text(Visit last) {
    StringBuilder text = new StringBuilder();
    List<Integer> letters = new ArrayList<>();
    for (Visit visit = last; visit != null && visit.letter >= 0; visit = visit.before)
      letters.add(0, visit.letter);
    letters.forEach(text::appendCodePoint);
    return text.toString();
  }

  /** One letter for each class of letters that no machine tells apart. */
  private static int[] letters(List<Machine> machines) {
    SortedSet<Integer> cuts = new TreeSet<>(List.of(0, 0xD800, 0xE000));
    machines.forEach(machine -> machine.cutInto(cuts));
    List<Integer> letters = new ArrayList<>();
    for (int from : cuts) {
      Integer after = ((TreeSet<Integer>) cuts).higher(from);
      int to = after == null ? Chars.LAST : after - 1;
      if (from <= Chars.LAST && (from < 0xD800 || from > 0xDFFF)) letters.add(nicest(from, to));
    }
    letters.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    return letters.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int nicest(int from, int to) {
    for (int i = 0; i < NICE.length(); i++)
      if (NICE.charAt(i) >= from && NICE.charAt(i) <= to) return NICE.charAt(i);
    return from <= '!' && to >= '!' ? '!' : from;
  }

  private static int rank(int letter) {
    int nice = NICE.indexOf(letter);
    return nice >= 0 ? nice : NICE.length() + letter;
  }
}
