package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Bundle;
import waybill.contracts.Compatibility;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.JudgedUser;
import waybill.contracts.catalog.JudgedVersion;
import waybill.contracts.verdict.Evolution;
import waybill.contracts.verdict.Judge;
import waybill.contracts.verdict.Judged;
import waybill.contracts.verdict.Role;
import waybill.kit.commit.Commit;

/** What a schema would break as the next version of a contract. */
final class Judging {
  private final Contracts contracts;
  private final Consumers consumers;
  private final Approvals approvals;
  private final Judge judge;
  private final Clock clock;

  Judging(Contracts contracts, Consumers consumers, Approvals approvals, Judge judge, Clock clock) {
    this.contracts = contracts;
    this.consumers = consumers;
    this.approvals = approvals;
    this.judge = judge;
    this.clock = clock;
  }

  /**
   * @param bridgedFrom where a bridge of the candidate leads to, if it has one
   */
  Judgement of(
      Defined contract, Compatibility mode, Bundle candidate, @Nullable Integer bridgedFrom) {
    Bench bench = new Bench(contract, candidate, bridgedFrom);
    return new Judgement(mode, bench.versions(mode), bench.users());
  }

  /** The commit shall hold only if the users are still those that were asked for. */
  Commit asJudged(Commit commit, Defined contract) {
    return consumers.asTheyAre(commit, contract.name());
  }

  /** One without a candidate: two versions, both ways. */
  Evolution evolution(Defined contract) {
    return new Evolution(judge, contract.accepts(), clock);
  }

  Evolution.Version version(Defined contract, int number) {
    return new Evolution.Version(number, () -> schema(new ContractId(contract.name(), number)));
  }

  private JsonNode schema(ContractId id) {
    return contracts
        .schema(id)
        .orElseThrow(() -> new IllegalStateException(id + " is listed, but has no content"));
  }

  private final class Bench {
    private final Defined contract;
    private final Bundle candidate;
    private final String hash;
    private final Evolution evolution;
    private final Bridges bridges;

    Bench(Defined contract, Bundle candidate, @Nullable Integer bridgedFrom) {
      this.contract = contract;
      this.candidate = candidate;
      this.hash = candidate.hash();
      this.evolution = evolution(contract);
      this.bridges = new Bridges(contract, bridgedFrom, this::schema, evolution);
    }

    private JsonNode schema(int version) {
      return version == contract.nextNumber()
          ? candidate.schema()
          : Judging.this.schema(new ContractId(contract.name(), version));
    }

    List<JudgedVersion> versions(Compatibility mode) {
      List<Evolution.Version> there =
          contract.inUse().stream().map(one -> version(contract, one.number())).toList();
      return evolution.under(mode, there, candidate.schema()).stream()
          .map(
              judged ->
                  Verdicts.version(judged, hashOf(judged), isApproved(judged), isBridged(judged)))
          .toList();
    }

    List<JudgedUser> users() {
      List<JudgedUser> users = new ArrayList<>();
      for (Use use : uses())
        for (Role role : Role.of(contract.kind())) {
          Judged judged =
              evolution.against(
                  version(contract, use.takes().version()), role.asksFor(), candidate.schema());
          users.add(
              Verdicts.user(use.service(), role, judged, isApproved(judged), isBridged(judged)));
        }
      return users;
    }

    /** Who says that it uses a version, and the named senders, who send the latest. */
    private Set<Use> uses() {
      Set<Use> uses = new LinkedHashSet<>();
      for (Use use : consumers.usesOf(contract.name()))
        if (contract.version(use.takes().version()).isPresent()) uses.add(use);
      if (Role.of(contract.kind()).contains(Role.SENDER))
        contract.latest().ifPresent(latest -> uses.addAll(senders(uses, latest.number())));
      return uses;
    }

    private List<Use> senders(Set<Use> known, int latest) {
      return contract.senders().stream()
          .filter(service -> !service.equals(contract.owner()))
          .filter(service -> known.stream().noneMatch(use -> use.service().equals(service)))
          .map(service -> new Use(service, new ContractId(contract.name(), latest)))
          .toList();
    }

    private String hashOf(Judged judged) {
      return contract
          .version(judged.version())
          .map(Numbered::hash)
          .orElseThrow(() -> new IllegalStateException("judged against what is not there"));
    }

    private boolean isBridged(Judged judged) {
      return !judged.passes()
          && bridges.lead(judged.version(), contract.nextNumber(), judged.direction());
    }

    private boolean isApproved(Judged judged) {
      return !judged.passes() && approvals.holds(contract.name(), hashOf(judged), hash);
    }
  }
}
