package waybill.catalog;

import waybill.kit.Service;
import waybill.kit.http.Routes;

/** Everything that the catalog answers, put together. */
final class CatalogApi {

  static Routes routes(Service service) {
    BuiltInServices builtIn = new BuiltInServices(service.catalog());
    return new ContractsApi(service.catalog()).routes().and(new ServicesApi(builtIn).routes());
  }

  private CatalogApi() {}
}
