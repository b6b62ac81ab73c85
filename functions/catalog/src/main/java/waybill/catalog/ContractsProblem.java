package waybill.catalog;

import waybill.kit.problem.ProblemType;

/** What the catalog refuses about contracts. */
enum ContractsProblem implements ProblemType {
  BUILT_IN_CONTRACT(409, "The contract is part of the deployment and is changed there"),
  KIND_FIXED(409, "The kind of a contract that has versions stays what it is"),
  BREAKING_VERSION(409, "The schema would break what the contract promises to keep"),
  BROKEN_BRIDGE(409, "The bridge does not carry a document over"),
  BRIDGE_FIXED(409, "The version is there, with another bridge or with none"),
  CONTRACT_FULL(409, "The contract has as many versions as it may have"),
  RETIRED_CONTENT(409, "This very schema was a version once, and was retired"),
  NEEDED_BY_SAGAS(409, "Sagas that were registered need what would be taken away"),
  VERSION_IN_USE(409, "The version is in use"),
  VERSION_RETIRED(410, "The version is out of use"),
  BAD_CONTRACT_NAME(422, "No contract can have this name"),
  BAD_SENDERS(422, "What the owner says, the owner alone sends"),
  NOT_A_SCHEMA(422, "The document is no schema that the catalog takes"),
  SCHEMA_TOO_LARGE(422, "The schema is larger than it may be"),
  BAD_REFERENCE(422, "The schema refers to what can't be referred to"),
  BAD_EXAMPLE(422, "An example is not valid under the schema"),
  BAD_BRIDGE(422, "The bridge is none"),
  BAD_DATE(422, "The date can't be meant"),
  UNKNOWN_HASH(422, "No version of the contract has this content");

  private final int status;
  private final String title;

  ContractsProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
