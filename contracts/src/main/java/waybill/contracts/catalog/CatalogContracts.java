package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.Contract;

/** A handle for each contract about contracts; those about services are in ServiceContracts. */
public final class CatalogContracts {
  public static final Contract<ListContracts> LIST_CONTRACTS =
      Contract.of("catalog.list-contracts/1", ListContracts.class);
  public static final Contract<ContractList> CONTRACT_LIST =
      Contract.of("catalog.contract-list/1", ContractList.class);

  public static final Contract<DefineContract> DEFINE_CONTRACT =
      Contract.of("catalog.define-contract/1", DefineContract.class);
  public static final Contract<ShownContract> CONTRACT =
      Contract.of("catalog.contract/1", ShownContract.class);
  public static final Contract<RegisterVersion> REGISTER_VERSION =
      Contract.of("catalog.register-version/1", RegisterVersion.class);
  public static final Contract<VersionView> VERSION =
      Contract.of("catalog.version/1", VersionView.class);
  public static final Contract<String> PROTO_FILE =
      Contract.of("catalog.proto-file/1", String.class);
  public static final Contract<String> XML_SCHEMA =
      Contract.of("catalog.xml-schema/1", String.class);
  public static final Contract<Registration> REGISTRATION =
      Contract.of("catalog.registration/1", Registration.class);
  public static final Contract<JudgeSchema> JUDGE_SCHEMA =
      Contract.of("catalog.judge-schema/1", JudgeSchema.class);
  public static final Contract<CompatibilityView> COMPATIBILITY =
      Contract.of("catalog.compatibility/1", CompatibilityView.class);
  public static final Contract<JsonNode> DOCUMENT =
      Contract.of("catalog.document/1", JsonNode.class);
  public static final Contract<DocumentCheck> CHECK =
      Contract.of("catalog.check/1", DocumentCheck.class);
  public static final Contract<ExampleList> EXAMPLE_LIST =
      Contract.of("catalog.example-list/1", ExampleList.class);
  public static final Contract<VersionDiff> DIFF = Contract.of("catalog.diff/1", VersionDiff.class);
  public static final Contract<ReferenceList> REFERENCE_LIST =
      Contract.of("catalog.reference-list/1", ReferenceList.class);
  public static final Contract<DeprecateVersion> DEPRECATE_VERSION =
      Contract.of("catalog.deprecate-version/1", DeprecateVersion.class);
  public static final Contract<ApproveBreak> APPROVE_BREAK =
      Contract.of("catalog.approve-break/1", ApproveBreak.class);
  public static final Contract<Approval> APPROVAL =
      Contract.of("catalog.approval/1", Approval.class);
  public static final Contract<ListApprovals> LIST_APPROVALS =
      Contract.of("catalog.list-approvals/1", ListApprovals.class);
  public static final Contract<ApprovalList> APPROVAL_LIST =
      Contract.of("catalog.approval-list/1", ApprovalList.class);
  public static final Contract<ContractChanged> CONTRACT_CHANGED =
      Contract.of("catalog.contract-changed/1", ContractChanged.class);
  public static final Contract<VersionRegistered> VERSION_REGISTERED =
      Contract.of("catalog.version-registered/1", VersionRegistered.class);
  public static final Contract<SagaRegistered> SAGA_REGISTERED =
      Contract.of("catalog.saga-registered/1", SagaRegistered.class);
  public static final Contract<VersionDeprecated> VERSION_DEPRECATED =
      Contract.of("catalog.version-deprecated/1", VersionDeprecated.class);
  public static final Contract<VersionRetired> VERSION_RETIRED =
      Contract.of("catalog.version-retired/1", VersionRetired.class);

  public static final Contract<RegisterSaga> REGISTER_SAGA =
      Contract.of("catalog.register-saga/1", RegisterSaga.class);
  public static final Contract<SagaView> SAGA_DEFINITION =
      Contract.of("catalog.saga-definition/1", SagaView.class);
  public static final Contract<ListSagaDefinitions> LIST_SAGA_DEFINITIONS =
      Contract.of("catalog.list-saga-definitions/1", ListSagaDefinitions.class);
  public static final Contract<SagaDefinitionList> SAGA_DEFINITION_LIST =
      Contract.of("catalog.saga-definition-list/1", SagaDefinitionList.class);

  private CatalogContracts() {}
}
