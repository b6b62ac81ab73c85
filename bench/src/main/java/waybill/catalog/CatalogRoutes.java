package waybill.catalog;

import waybill.kit.Service;
import waybill.kit.http.Routes;

/** What the catalog's api answers, over a table of whoever asks. */
public final class CatalogRoutes {
  private CatalogRoutes() {}

  public static Routes of(Service service) {
    return CatalogApi.routes(service, "http://localhost/token");
  }
}
