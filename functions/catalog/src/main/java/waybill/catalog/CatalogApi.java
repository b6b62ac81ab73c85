package waybill.catalog;

import waybill.contracts.verdict.Judge;
import waybill.kit.Service;
import waybill.kit.http.Routes;

/** Everything that the catalog answers, put together. */
final class CatalogApi {

  static Routes routes(Service service, String tokenUrl) {
    Judge judge = Judge.standard();
    Registry services = new Registry(new BuiltInServices(service.catalog()), service.rows());
    BuiltInContracts builtIn = new BuiltInContracts(service.catalog());
    Contracts contracts = new Contracts(builtIn, service.rows());
    return new ContractsApi(service, builtIn, services, services, judge)
        .routes()
        .and(ServicesApi.of(service, services, contracts, judge).routes())
        .and(new SagasApi(service, contracts, services, judge).routes())
        .and(new ExportsApi(service.catalog(), tokenUrl).routes());
  }

  private CatalogApi() {}
}
