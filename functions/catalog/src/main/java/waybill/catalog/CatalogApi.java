package waybill.catalog;

import waybill.kit.Service;
import waybill.kit.http.Routes;

/** Everything that the catalog answers, put together. */
final class CatalogApi {

  static Routes routes(Service service, String tokenUrl) {
    return new ContractsApi(service.catalog())
        .routes()
        .and(ServicesApi.of(service, service.catalog()).routes())
        .and(new ExportsApi(service.catalog(), tokenUrl).routes());
  }

  private CatalogApi() {}
}
