package waybill.contracts.saga;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.Violation;

/** What is wrong with a definition, as far as it is known. */
final class Found {
  static final int SHOWN_MAX = 50;

  private final Set<Violation> violations =
      new TreeSet<>(
          Comparator.comparing(Violation::pointer)
              .thenComparing(Violation::rule)
              .thenComparing(Violation::says));

  void add(String pointer, String rule, String says) {
    violations.add(new Violation(pointer, rule, says));
  }

  int size() {
    return violations.size();
  }

  List<Violation> list() {
    return violations.stream().limit(SHOWN_MAX).toList();
  }
}
