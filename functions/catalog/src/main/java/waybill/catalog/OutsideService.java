package waybill.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.PutService;
import waybill.contracts.catalog.ServiceChange;
import waybill.contracts.catalog.ServiceChanged;
import waybill.contracts.catalog.ServiceState;
import waybill.contracts.catalog.ShownService;
import waybill.kit.commit.Kind;

/** A service that a team runs somewhere else; an operator let it in. */
record OutsideService(
    String name,
    String summary,
    List<String> clientIds,
    List<ContractId> provides,
    List<ContractId> consumes,
    @Nullable String baseUrl,
    @Nullable Integer leaseSeconds,
    ServiceState state) {
  static final Kind<OutsideService> SERVICE = Kind.entity("service", OutsideService.class);

  static OutsideService registered(String name, PutService request) {
    return new OutsideService(
            name, "", List.of(), List.of(), List.of(), null, null, ServiceState.HERE)
        .put(request);
  }

  /** Client ids that are not named stay; without a lease there is none that could have ended. */
  OutsideService put(PutService request) {
    return new OutsideService(
        name,
        request.summary(),
        request.clientIds() == null ? clientIds : request.clientIds().stream().sorted().toList(),
        ids(request.provides()),
        ids(request.consumes()),
        request.baseUrl(),
        request.leaseSeconds(),
        request.leaseSeconds() == null ? ServiceState.HERE : state);
  }

  OutsideService in(ServiceState newState) {
    return new OutsideService(
        name, summary, clientIds, provides, consumes, baseUrl, leaseSeconds, newState);
  }

  boolean isGone() {
    return state == ServiceState.GONE;
  }

  ShownService view() {
    return new ShownService(
        name,
        summary,
        false,
        state,
        texts(provides),
        texts(consumes),
        baseUrl,
        leaseSeconds,
        null,
        null);
  }

  ServiceChanged said(ServiceChange change, Instant at) {
    return new ServiceChanged(
        name,
        change,
        state,
        summary,
        clientIds,
        texts(provides),
        texts(consumes),
        baseUrl,
        leaseSeconds,
        at);
  }

  static List<String> texts(List<ContractId> ids) {
    return ids.stream().map(ContractId::toString).toList();
  }

  private static List<ContractId> ids(List<String> texts) {
    return texts.stream().map(ContractId::parse).toList();
  }
}
