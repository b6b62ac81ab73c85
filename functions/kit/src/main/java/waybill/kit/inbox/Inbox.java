package waybill.kit.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.contracts.ContractId;
import waybill.contracts.Message;

/** What a service listens to, and what it does then. */
public final class Inbox {

  /** One contract and its handler. */
  public record Listening<T>(Contract<T> contract, Function<Delivery<T>, Reaction> handler) {

    Reaction react(Catalog catalog, Message message) {
      return handler.apply(new Delivery<>(message, catalog.read(contract, message.data())));
    }
  }

  private final Map<ContractId, Listening<?>> listening;

  private Inbox(Map<ContractId, Listening<?>> listening) {
    this.listening = listening;
  }

  public static Inbox of(Listening<?>... listening) {
    Map<ContractId, Listening<?>> byContract = new LinkedHashMap<>();
    for (Listening<?> one : listening)
      if (byContract.put(one.contract().id(), one) != null)
        throw new IllegalArgumentException("two handlers for " + one.contract());
    return new Inbox(byContract);
  }

  public static <T> Listening<T> on(Contract<T> contract, Function<Delivery<T>, Reaction> handler) {
    return new Listening<>(contract, handler);
  }

  public Set<ContractId> contracts() {
    return listening.keySet();
  }

  Optional<Listening<?>> of(ContractId contract) {
    return Optional.ofNullable(listening.get(contract));
  }
}
