package waybill.bench.saga;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.saga.SagaId;

/** What the coordinator hears of an order for which all goes well. */
public final class OneOrder {
  public static final SagaId DEFINITION = new SagaId("place-order", 1);
  public static final int MESSAGES = 4;
  private static final String BUYER = "0f3c9a52-7d41-4b0e-9c1a-5be2d7a8f6e1";
  private static final String MONEY = "{\"amount\":1250,\"currency\":\"EUR\"}";

  private final String id;
  private final List<Message> messages = new ArrayList<>();

  public OneOrder(String id) {
    this.id = id;
    hear(
        "orders.order-placed/1",
        1,
        "{\"order_id\":\"%s\",\"user_id\":\"%s\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1}],\"placed_at\":\"2026-01-01T00:00:00Z\"}"
            .formatted(id, BUYER));
    hear(
        "inventory.stock-reserved/1",
        1,
        "{\"reservation_id\":\"%s\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1,\"price\":%s}],\"total\":%s}"
            .formatted(id, MONEY, MONEY));
    hear(
        "payments.charged/1",
        1,
        "{\"charge_id\":\"%s\",\"user_id\":\"%s\",\"amount\":%s}".formatted(id, BUYER, MONEY));
    hear("inventory.stock-confirmed/1", 2, "{\"reservation_id\":\"%s\"}".formatted(id));
  }

  /** Each but the first answers the command that the one before has led to. */
  private void hear(String contract, long sequence, String data) {
    ContractId of = ContractId.parse(contract);
    @Nullable String cause =
        messages.isEmpty() ? null : new MessageId("sagas", saga(), messages.size()).toString();
    messages.add(
        new Message(
            new MessageId(of.owner(), id, sequence),
            of,
            Instant.EPOCH,
            id,
            cause,
            messages.size(),
            null,
            sequence - 1,
            Json.parse(data)));
  }

  public String saga() {
    return DEFINITION.name() + "." + id;
  }

  public Message message(int at) {
    return messages.get(at);
  }
}
