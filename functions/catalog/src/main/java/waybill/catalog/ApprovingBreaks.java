package waybill.catalog;

import static waybill.catalog.ContractsProblem.BAD_DATE;
import static waybill.catalog.ContractsProblem.UNKNOWN_HASH;
import static waybill.contracts.catalog.CatalogContracts.APPROVAL;
import static waybill.contracts.catalog.CatalogContracts.APPROVAL_LIST;
import static waybill.contracts.catalog.CatalogContracts.APPROVE_BREAK;
import static waybill.contracts.catalog.CatalogContracts.LIST_APPROVALS;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import waybill.contracts.catalog.Approval;
import waybill.contracts.catalog.ApprovalList;
import waybill.contracts.catalog.ApproveBreak;
import waybill.contracts.catalog.ListApprovals;
import waybill.kit.Ids;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** The way round a verdict: an operator says that one schema may break one version. */
final class ApprovingBreaks {
  private final Contracts contracts;
  private final Writers writers;
  private final Approvals approvals;
  private final Ids ids;
  private final Clock clock;

  ApprovingBreaks(Contracts contracts, Writers writers, Approvals approvals, Ids ids, Clock clock) {
    this.contracts = contracts;
    this.writers = writers;
    this.approvals = approvals;
    this.ids = ids;
    this.clock = clock;
  }

  Routes routes() {
    String path = "/contracts/{name}/approvals";
    return Routes.of(
        post(path, APPROVE_BREAK, APPROVAL, this::approve),
        get(path, LIST_APPROVALS, APPROVAL_LIST, this::list));
  }

  Answer<Approval> approve(Request<ApproveBreak> request) {
    String name = request.path("name");
    if (!request.caller().isOperator())
      return refused(FORBIDDEN.because("operators approve a break"));
    Optional<Refusal> refusal = writers.refusal(name, request.caller());
    if (refusal.isPresent()) return refused(refusal.get());
    Optional<Defined> contract = contracts.find(name);
    if (contract.isEmpty()) return refused(NOT_FOUND.because("no such contract"));
    ApproveBreak asked = request.body();
    if (contract.get().withContent(asked.fromHash()).isEmpty())
      return refused(UNKNOWN_HASH.at("/from_hash"));
    Instant now = clock.instant();
    if (!asked.expiresAt().isAfter(now)) return refused(BAD_DATE.at("/expires_at"));
    Approval approval =
        new Approval(
            name,
            asked.fromHash(),
            asked.toHash(),
            asked.reason(),
            asked.expiresAt(),
            request.caller().subject(),
            now);
    return created(
        "/contracts/" + name + "/approvals", approval, approvals.keeping(ids.next(), approval));
  }

  Answer<ApprovalList> list(Request<ListApprovals> request) {
    String name = request.path("name");
    return contracts.find(name).isPresent()
        ? ok(approvals.of(name, request.body()))
        : refused(NOT_FOUND.because("no such contract"));
  }
}
