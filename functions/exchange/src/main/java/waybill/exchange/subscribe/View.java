package waybill.exchange.subscribe;

import java.util.List;
import java.util.Optional;
import waybill.contracts.ContractId;

/**
 * All subscriptions at one moment.
 *
 * @param version counts the changes; a key is never routed by an older view than before
 */
public record View(long version, List<Subscription> all) {

  public View {
    all = List.copyOf(all);
  }

  public List<Subscription> to(ContractId contract) {
    return all.stream().filter(one -> one.wants(contract)).toList();
  }

  public Optional<Subscription> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public Optional<Subscription> named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
