package waybill.catalog;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.Approval;
import waybill.contracts.catalog.ApprovalList;
import waybill.contracts.catalog.ListApprovals;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Place;
import waybill.kit.commit.Rows;
import waybill.kit.http.Request;

/** Which breaks operators have approved: each is kept for ever, the last one of a pair holds. */
final class Approvals {
  /** One word of an operator; nothing changes it. */
  record Kept(String id, Approval approval) {}

  private static final Kind<Kept> KEPT =
      Kind.entry("approval", Kept.class)
          .listed(
              one ->
                  Place.byTime(
                      "approvals~" + one.approval().contract(),
                      one.approval().approvedAt(),
                      one.id()));

  private static final Kind<Approval> LAST = Kind.entry("approved", Approval.class);

  private final Rows rows;
  private final Clock clock;

  Approvals(Rows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  boolean holds(String contract, String fromHash, String toHash) {
    Instant now = clock.instant();
    return rows.find(LAST, pair(contract, fromHash, toHash))
        .filter(one -> now.isBefore(one.expiresAt()))
        .isPresent();
  }

  Commit keeping(String id, Approval one) {
    String pair = pair(one.contract(), one.fromHash(), one.toHash());
    return Commit.commit(KEPT.fresh(id, new Kept(id, one))).and(rows.at(LAST, pair).put(one));
  }

  ApprovalList of(String contract, ListApprovals asked) {
    @Nullable String cursor = asked.cursor();
    var page =
        rows.list(KEPT, "approvals~" + contract, cursor, Request.pageSize(asked.limit()))
            .map(Kept::approval);
    return new ApprovalList(page.items(), page.cursor());
  }

  private static String pair(String contract, String fromHash, String toHash) {
    return String.join("/", contract, fromHash, toHash);
  }
}
