package waybill.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  private final @Nullable Function<Delivery<JsonNode>, Reaction> others;

  private Inbox(
      Map<ContractId, Listening<?>> listening,
      @Nullable Function<Delivery<JsonNode>, Reaction> others) {
    this.listening = listening;
    this.others = others;
  }

  public static Inbox of(Listening<?>... listening) {
    Map<ContractId, Listening<?>> byContract = new LinkedHashMap<>();
    for (Listening<?> one : listening)
      if (byContract.put(one.contract().id(), one) != null)
        throw new IllegalArgumentException("two handlers for " + one.contract());
    return new Inbox(byContract, null);
  }

  public static <T> Listening<T> on(Contract<T> contract, Function<Delivery<T>, Reaction> handler) {
    return new Listening<>(contract, handler);
  }

  /** What it listens to besides is known only while it runs; its documents have no type here. */
  public Inbox others(Function<Delivery<JsonNode>, Reaction> handler) {
    return new Inbox(listening, handler);
  }

  public Set<ContractId> contracts() {
    return listening.keySet();
  }

  Optional<Listening<?>> of(ContractId contract) {
    Listening<?> known = listening.get(contract);
    if (known == null && others != null)
      return Optional.of(on(Contract.of(contract.toString(), JsonNode.class), others));
    return Optional.ofNullable(known);
  }
}
