package waybill.local.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import waybill.contracts.ContractId;
import waybill.contracts.ServiceEntry;

/** Whether services speak of contracts that are there. */
record Services(Branch branch, Sources sources) {

  List<Checked> problems() {
    try {
      return branch.catalog().services().stream().flatMap(each -> problems(each).stream()).toList();
    } catch (IllegalArgumentException e) {
      return List.of(Checked.refused("services", "", String.valueOf(e.getMessage())));
    }
  }

  private List<Checked> problems(ServiceEntry service) {
    return Stream.of(service.provides(), service.consumes())
        .filter(Objects::nonNull) // as files of others may be
        .flatMap(List::stream)
        .filter(id -> !sources.has(id))
        .map(id -> refused(service.name(), id))
        .toList();
  }

  private static Checked refused(String service, ContractId id) {
    return Checked.refused(
        "services/" + service, "services/" + service + ".json", "names " + id + ": in no catalog");
  }
}
