package waybill.contracts.catalog;

import waybill.contracts.Contract;

/** A handle for each contract of {@code catalog} that is about services. */
public final class ServiceContracts {
  public static final Contract<PutService> PUT_SERVICE =
      Contract.of("catalog.put-service/1", PutService.class);
  public static final Contract<ShownService> SERVICE =
      Contract.of("catalog.service/1", ShownService.class);
  public static final Contract<ListServices> LIST_SERVICES =
      Contract.of("catalog.list-services/1", ListServices.class);
  public static final Contract<ServiceList> SERVICE_LIST =
      Contract.of("catalog.service-list/1", ServiceList.class);
  public static final Contract<ServiceChanged> SERVICE_CHANGED =
      Contract.of("catalog.service-changed/1", ServiceChanged.class);
  public static final Contract<ListChanges> LIST_CHANGES =
      Contract.of("catalog.list-changes/1", ListChanges.class);
  public static final Contract<ChangeList> CHANGE_LIST =
      Contract.of("catalog.change-list/1", ChangeList.class);
  public static final Contract<CanDeploy> CAN_DEPLOY =
      Contract.of("catalog.can-deploy/1", CanDeploy.class);
  public static final Contract<Deployability> DEPLOYABILITY =
      Contract.of("catalog.deployability/1", Deployability.class);
  public static final Contract<OpenApiDocument> OPENAPI =
      Contract.of("catalog.openapi/1", OpenApiDocument.class);
  public static final Contract<AsyncApiDocument> ASYNCAPI =
      Contract.of("catalog.asyncapi/1", AsyncApiDocument.class);

  private ServiceContracts() {}
}
