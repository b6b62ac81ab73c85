package waybill.contracts.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of what was published: a message, or for a batch each of its entries.
 *
 * @param deliveries for who asked to wait for them
 */
public record Publication(
    @Nullable String messageId,
    @Nullable List<ShownDelivery> deliveries,
    @Nullable List<PublishedEntry> entries) {

  public static Publication of(String messageId) {
    return new Publication(messageId, null, null);
  }

  public static Publication ofBatch(List<PublishedEntry> entries) {
    return new Publication(null, null, entries);
  }
}
