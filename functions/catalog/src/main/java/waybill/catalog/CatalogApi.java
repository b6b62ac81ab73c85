package waybill.catalog;

import waybill.contracts.verdict.Judge;
import waybill.kit.Service;
import waybill.kit.http.Routes;

/** Everything that the catalog answers, put together. */
final class CatalogApi {

  static Routes routes(Service service) {
    BuiltInServices services = new BuiltInServices(service.catalog());
    return new ContractsApi(service, services, services, Judge.standard())
        .routes()
        .and(new ServicesApi(services).routes());
  }

  private CatalogApi() {}
}
