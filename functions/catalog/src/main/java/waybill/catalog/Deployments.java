package waybill.catalog;

import static waybill.catalog.ServicesProblem.NOT_EXCHANGED;
import static waybill.catalog.ServicesProblem.NO_USER;
import static waybill.catalog.ServicesProblem.UNKNOWN_SERVICE;
import static waybill.catalog.ServicesProblem.UNKNOWN_VERSION;

import java.util.List;
import java.util.Optional;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.catalog.CanDeploy;
import waybill.contracts.catalog.Deployability;
import waybill.contracts.catalog.Edge;
import waybill.contracts.catalog.Role;
import waybill.kit.http.Answer;
import waybill.kit.problem.Refusal;

/** May a service go out with this version of a contract, as its owner or as one of its users? */
final class Deployments {
  private final Registry registry;
  private final Contracts contracts;
  private final Edges edges;

  Deployments(Registry registry, Contracts contracts, Edges edges) {
    this.registry = registry;
    this.contracts = contracts;
    this.edges = edges;
  }

  Answer<Deployability> answer(CanDeploy asked) {
    Optional<Refusal> refusal = refusal(asked);
    if (refusal.isPresent()) return Answer.refused(refusal.get());
    ContractId id = new ContractId(asked.contract(), asked.version());
    Role role = id.owner().equals(asked.service()) ? Role.PROVIDER : Role.CONSUMER;
    Defined contract = contracts.find(id.name()).orElseThrow();
    List<Edge> found =
        role == Role.PROVIDER
            ? edges.toUsers(id, contract, registry.usesOf(id.name()))
            : edges.toOwner(id, contract, provided(id));
    return Answer.ok(
        new Deployability(
            asked.service(),
            asked.contract(),
            asked.version(),
            role,
            Edges.holdForEach(found),
            found));
  }

  private Optional<Refusal> refusal(CanDeploy asked) {
    if (!Names.isName(asked.service()) || registry.find(asked.service()).isEmpty())
      return Optional.of(UNKNOWN_SERVICE.at("/service"));
    Optional<Definition> definition = contracts.definition(asked.contract());
    if (definition.isEmpty()) return Optional.of(UNKNOWN_VERSION.at("/contract"));
    if (!contracts.has(new ContractId(asked.contract(), asked.version())))
      return Optional.of(UNKNOWN_VERSION.at("/version"));
    if (!Declarations.isExchanged(definition.get().kind()))
      return Optional.of(NOT_EXCHANGED.at("/contract"));
    return Declarations.mayUse(asked.service(), definition.get())
        ? Optional.empty()
        : Optional.of(NO_USER.at("/service"));
  }

  /** The versions that the owner itself says that it has. */
  private List<Integer> provided(ContractId id) {
    return registry.find(id.owner()).stream()
        .flatMap(owner -> owner.provides().stream())
        .map(ContractId::parse)
        .filter(one -> one.name().equals(id.name()))
        .map(ContractId::version)
        .toList();
  }
}
