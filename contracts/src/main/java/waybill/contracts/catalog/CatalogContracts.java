package waybill.contracts.catalog;

import waybill.contracts.Contract;

/** A handle for each contract about contracts; those about services are in ServiceContracts. */
public final class CatalogContracts {
  public static final Contract<ListContracts> LIST_CONTRACTS =
      Contract.of("catalog.list-contracts/1", ListContracts.class);
  public static final Contract<ContractList> CONTRACT_LIST =
      Contract.of("catalog.contract-list/1", ContractList.class);

  private CatalogContracts() {}
}
