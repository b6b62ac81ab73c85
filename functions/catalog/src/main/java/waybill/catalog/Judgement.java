package waybill.catalog;

import java.util.List;
import java.util.stream.Stream;
import waybill.contracts.Compatibility;
import waybill.contracts.catalog.JudgedUser;
import waybill.contracts.catalog.JudgedVersion;
import waybill.contracts.verdict.Verdict.Outcome;

/** Every verdict on one schema. */
record Judgement(Compatibility mode, List<JudgedVersion> versions, List<JudgedUser> users) {

  /** The worst of them. */
  Outcome outcome() {
    List<Outcome> all =
        Stream.concat(
                versions.stream().map(JudgedVersion::verdict),
                users.stream().map(JudgedUser::verdict))
            .toList();
    if (all.contains(Outcome.BREAKING)) return Outcome.BREAKING;
    return all.contains(Outcome.UNKNOWN) ? Outcome.UNKNOWN : Outcome.COMPATIBLE;
  }

  /** A contract that promises nothing can't break its promise, to its users neither. */
  boolean registers() {
    return mode == Compatibility.NONE
        || (versions.stream()
                .allMatch(one -> passes(one.verdict(), one.approved() || one.bridged()))
            && users.stream()
                .allMatch(one -> passes(one.verdict(), one.approved() || one.bridged())));
  }

  private static boolean passes(Outcome verdict, boolean excused) {
    return verdict == Outcome.COMPATIBLE || excused;
  }
}
