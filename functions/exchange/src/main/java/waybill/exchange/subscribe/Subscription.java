package waybill.exchange.subscribe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;

/**
 * Who gets what.
 *
 * @param id its name, and a number behind it if it joined again: that is another subscription
 * @param service who subscribes
 * @param takes the versions that are delivered
 * @param from messages from then on, also those that were routed before it joined; null for new
 *     ones only
 * @param address of a queue or a webhook
 * @param signing what requests to a webhook are signed with
 * @param hindrance why nothing is sent there now; null if nothing hinders
 */
public record Subscription(
    String id,
    String name,
    String service,
    List<ContractId> takes,
    Filter filter,
    @Nullable Instant from,
    Way way,
    @Nullable String address,
    @Nullable Signing signing,
    @Nullable Hindrance hindrance,
    Instant since) {

  public Subscription {
    takes = List.copyOf(takes);
  }

  /** A service of the deployment gets what its entry in the catalog says that it consumes. */
  static Subscription ofMember(String service, List<ContractId> consumes) {
    return new Subscription(
        service,
        service,
        service,
        consumes,
        Filter.ALL,
        null,
        Way.MEMBER,
        null,
        null,
        null,
        Instant.EPOCH);
  }

  public boolean wants(ContractId contract) {
    return takes.stream().anyMatch(one -> one.name().equals(contract.name()));
  }

  /** The very version if it takes it, otherwise those that it takes, the newest first. */
  public List<ContractId> versionsOf(ContractId contract) {
    if (takes.contains(contract)) return List.of(contract);
    return takes.stream()
        .filter(one -> one.name().equals(contract.name()))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** With these beside what it takes already. */
  public Subscription taking(Collection<ContractId> more) {
    List<ContractId> all = new ArrayList<>(takes);
    for (ContractId one : more) if (!all.contains(one)) all.add(one);
    return new Subscription(
        id, name, service, all, filter, from, way, address, signing, hindrance, since);
  }

  public boolean isHindered() {
    return hindrance != null;
  }

  /** What is taken and how; since when and from when on stays. */
  public Subscription changed(
      List<ContractId> nowTakes,
      Filter nowFilter,
      Way nowWay,
      @Nullable String nowAddress,
      @Nullable Signing nowSigning) {
    return new Subscription(
        id, name, service, nowTakes, nowFilter, from, nowWay, nowAddress, nowSigning, null, since);
  }

  public Subscription hindered(@Nullable Hindrance by) {
    return new Subscription(
        id, name, service, takes, filter, from, way, address, signing, by, since);
  }
}
