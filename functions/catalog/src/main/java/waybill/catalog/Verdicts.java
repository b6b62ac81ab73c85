package waybill.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.JudgedUser;
import waybill.contracts.catalog.JudgedVersion;
import waybill.contracts.catalog.ShownBreak;
import waybill.contracts.catalog.ShownRisk;
import waybill.contracts.catalog.ShownVerdict;
import waybill.contracts.verdict.Accepted;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Judged;
import waybill.contracts.verdict.Role;

/** Verdicts as answers show them. */
final class Verdicts {
  /** Of one verdict; each carries a document. */
  private static final int SHOWN_MAX = 20;

  static JudgedVersion version(Judged judged, String hash, boolean approved, boolean bridged) {
    return new JudgedVersion(
        judged.version(),
        hash,
        judged.direction(),
        judged.verdict().outcome(),
        judged.verdict().reason(),
        breaks(judged),
        risks(judged),
        approved,
        bridged);
  }

  static JudgedUser user(
      String service, Role role, Judged judged, boolean approved, boolean bridged) {
    List<ShownBreak> breaks = breaks(judged);
    return new JudgedUser(
        service,
        judged.version(),
        role,
        judged.verdict().outcome(),
        judged.verdict().reason(),
        breaks,
        risks(judged),
        breaks.isEmpty() ? null : breaks.get(0).witness(),
        approved,
        bridged);
  }

  static ShownVerdict alone(Judged judged) {
    return new ShownVerdict(
        judged.verdict().outcome(), judged.verdict().reason(), breaks(judged), risks(judged));
  }

  private static List<ShownBreak> breaks(Judged judged) {
    return judged.verdict().breaks().stream()
        .limit(SHOWN_MAX)
        .map(one -> shown(one, judged.direction()))
        .toList();
  }

  /** Old is the version that is there, whichever of the two writes. */
  private static ShownBreak shown(Break one, Direction direction) {
    boolean backward = direction == Direction.BACKWARD;
    @Nullable String old = backward ? one.oldPointer() : one.newPointer();
    @Nullable String now = backward ? one.newPointer() : one.oldPointer();
    return new ShownBreak(one.keyword(), old, now, one.witness());
  }

  private static List<ShownRisk> risks(Judged judged) {
    return judged.accepted().stream().limit(SHOWN_MAX).map(Verdicts::shown).toList();
  }

  private static ShownRisk shown(Accepted one) {
    return new ShownRisk(one.policy().slug(), one.keyword(), one.pointer(), one.witness());
  }

  private Verdicts() {}
}
