package waybill.catalog;

import static waybill.catalog.ContractsProblem.BAD_CONTRACT_NAME;
import static waybill.catalog.ContractsProblem.BUILT_IN_CONTRACT;
import static waybill.kit.problem.Problem.FORBIDDEN;

import java.util.Optional;
import waybill.contracts.ContractId;
import waybill.contracts.MessageId;
import waybill.kit.http.Caller;
import waybill.kit.problem.Refusal;

/** Who may change which contract. */
final class Writers {
  private final Contracts contracts;
  private final Owners owners;

  Writers(Contracts contracts, Owners owners) {
    this.contracts = contracts;
    this.owners = owners;
  }

  /** The owner's clients may, and operators; nobody may change what comes with the deployment. */
  Optional<Refusal> refusal(String name, Caller caller) {
    if (!ContractId.isName(name))
      return Optional.of(BAD_CONTRACT_NAME.because("write <owner>.<name>, as shop.basket-filled"));
    if (!MessageId.isKey(name))
      return Optional.of(
          BAD_CONTRACT_NAME.because(
              "at most 64 characters: it is the key of what is said about it"));
    if (!mayWrite(Defined.ownerOf(name), caller))
      return Optional.of(FORBIDDEN.because("the owner's clients and operators change a contract"));
    return contracts.isBuiltIn(name)
        ? Optional.of(BUILT_IN_CONTRACT.because(name + " comes with the deployment"))
        : Optional.empty();
  }

  boolean mayWrite(String owner, Caller caller) {
    return caller.isOperator()
        || (caller.isMachine() && owners.servicesOf(caller.client()).contains(owner));
  }
}
