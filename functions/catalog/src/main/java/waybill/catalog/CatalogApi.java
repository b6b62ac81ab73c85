package waybill.catalog;

import waybill.kit.Service;
import waybill.kit.http.Routes;

/** Everything that the catalog answers, put together. */
final class CatalogApi {

  static Routes routes(Service service) {
    return new ContractsApi(service.catalog())
        .routes()
        .and(ServicesApi.of(service, service.catalog()).routes());
  }

  private CatalogApi() {}
}
