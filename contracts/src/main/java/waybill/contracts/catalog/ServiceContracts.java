package waybill.contracts.catalog;

import waybill.contracts.Contract;

/** A handle for each contract about services; those about contracts are in CatalogContracts. */
public final class ServiceContracts {
  public static final Contract<ListServices> LIST_SERVICES =
      Contract.of("catalog.list-services/1", ListServices.class);
  public static final Contract<ServiceList> SERVICE_LIST =
      Contract.of("catalog.service-list/1", ServiceList.class);

  private ServiceContracts() {}
}
