package waybill.catalog;

import static waybill.contracts.catalog.ServiceContracts.LIST_SERVICES;
import static waybill.contracts.catalog.ServiceContracts.SERVICE_LIST;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Route.get;

import java.util.List;
import waybill.contracts.catalog.ListServices;
import waybill.contracts.catalog.ServiceList;
import waybill.contracts.catalog.ServiceSummary;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;

/** What the catalog answers about services. */
final class ServicesApi {
  private final BuiltInServices builtIn;

  ServicesApi(BuiltInServices builtIn) {
    this.builtIn = builtIn;
  }

  Routes routes() {
    return Routes.of(get("/services", LIST_SERVICES, SERVICE_LIST, this::list));
  }

  Answer<ServiceList> list(Request<ListServices> request) {
    List<ServiceSummary> items =
        builtIn.all().stream()
            .map(service -> new ServiceSummary(service.name(), service.summary(), true))
            .limit(Request.pageSize(request.body().limit()))
            .toList();
    return ok(new ServiceList(items, null));
  }
}
