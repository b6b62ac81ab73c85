package waybill.catalog;

import static waybill.contracts.catalog.CatalogContracts.CONTRACT_LIST;
import static waybill.contracts.catalog.CatalogContracts.LIST_CONTRACTS;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Route.get;

import java.util.List;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.catalog.ContractList;
import waybill.contracts.catalog.ContractSummary;
import waybill.contracts.catalog.ListContracts;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;

/** What the catalog answers about contracts. */
final class ContractsApi {
  private final Catalog catalog;

  ContractsApi(Catalog catalog) {
    this.catalog = catalog;
  }

  Routes routes() {
    return Routes.of(get("/contracts", LIST_CONTRACTS, CONTRACT_LIST, this::list));
  }

  Answer<ContractList> list(Request<ListContracts> request) {
    List<ContractSummary> items =
        catalog.contracts().stream()
            .map(ContractId::name)
            .distinct()
            .map(catalog::definition)
            .map(ContractsApi::summary)
            .limit(Request.pageSize(request.body().limit()))
            .toList();
    return ok(new ContractList(items, null));
  }

  private static ContractSummary summary(Definition one) {
    return new ContractSummary(one.name(), one.kind(), one.owner(), one.summary(), 1, true);
  }
}
