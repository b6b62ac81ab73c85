package waybill.catalog;

import static waybill.contracts.catalog.CatalogContracts.COMPATIBILITY;
import static waybill.contracts.catalog.CatalogContracts.JUDGE_SCHEMA;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Bundle;
import waybill.contracts.Compatibility;
import waybill.contracts.bridge.Counterexample;
import waybill.contracts.catalog.BridgeTexts;
import waybill.contracts.catalog.CompatibilityView;
import waybill.contracts.catalog.JudgeSchema;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** What would come of registering a schema: a dry run, for everybody. */
final class JudgingSchemas {
  private final Contracts contracts;
  private final Candidates candidates;
  private final Bridging bridging;
  private final Judging judging;

  JudgingSchemas(Contracts contracts, Judging judging) {
    this.contracts = contracts;
    this.candidates = new Candidates(contracts);
    this.bridging = new Bridging(contracts);
    this.judging = judging;
  }

  Routes routes() {
    return Routes.of(
        post("/contracts/{name}/compatibility", JUDGE_SCHEMA, COMPATIBILITY, this::judge));
  }

  Answer<CompatibilityView> judge(Request<JudgeSchema> request) {
    Optional<Defined> contract = contracts.find(request.path("name"));
    if (contract.isEmpty()) return refused(NOT_FOUND.because("no such contract"));
    JudgeSchema asked = request.body();
    Candidates.Candidate candidate = candidates.of(asked.schema());
    Optional<Refusal> refusal =
        candidate
            .refusal()
            .or(() -> bridging.refusal(asked.bridge(), contract.get(), candidate.bundle()));
    return refusal.isPresent()
        ? refused(refusal.get())
        : ok(view(contract.get(), candidate.bundle(), asked));
  }

  /** Over a bridge that does not hold nothing is led. */
  private CompatibilityView view(Defined contract, Bundle candidate, JudgeSchema asked) {
    @Nullable BridgeTexts bridge = asked.bridge();
    @Nullable Integer from = Bridging.from(bridge, contract);
    Optional<Counterexample> found =
        bridging.counterexample(bridge, contract, candidate, List.of());
    Compatibility mode = mode(asked.mode(), contract);
    Judgement judgement = judging.of(contract, mode, candidate, found.isPresent() ? null : from);
    return new CompatibilityView(
        contract.name(),
        candidate.hash(),
        mode.name(),
        contract.policies(),
        judgement.outcome(),
        judgement.registers() && found.isEmpty(),
        from,
        found.orElse(null),
        judgement.versions(),
        judgement.users());
  }

  private static Compatibility mode(@Nullable String asked, Defined contract) {
    return asked == null ? contract.compatibility() : Compatibility.valueOf(asked);
  }
}
