package waybill.contracts.search;

/** What came of several searches of which one is enough. */
final class Alternatives {
  private Finding best = Finding.none();

  /** Whether no more need to be tried. */
  boolean add(Finding finding) {
    if (rank(finding) > rank(best)) best = finding;
    return best.isSure();
  }

  Finding best() {
    return best;
  }

  private static int rank(Finding finding) {
    if (finding instanceof Finding.Found found) return found.sure() ? 3 : 2;
    return finding.isNone() ? 0 : 1;
  }
}
