package waybill.kit.blob;

import java.util.function.BiFunction;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;

/** Takes documents that are too long to travel, and gives them back for the message's claim. */
public final class Claims {
  private final Blobs blobs;

  public Claims(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * Stores nothing yet: that is for {@link Luggage#store} to do, when all else is decided.
   *
   * @throws IllegalArgumentException if it is not a document that everybody can read
   */
  public Luggage leave(Message message) {
    return leave(message, BlobName::of);
  }

  /** The same, for a service without a table of its own. */
  public Luggage leavePublished(Message message) {
    return leave(message, BlobName::published);
  }

  private Luggage leave(Message message, BiFunction<MessageId, byte[], BlobName> names) {
    byte[] bytes = Json.bytes(message.data());
    Json.parse(bytes);
    BlobName name = names.apply(message.id(), bytes);
    return new Luggage(message.withDataref(name.dataref()), blobs, name, bytes);
  }

  /**
   * The message with its document; one that carries it stays as it is.
   *
   * @throws DataLost if the document is not there, or not the one that was said
   */
  public Message redeem(Message message) {
    String dataref = message.dataref();
    if (dataref == null) return message;
    BlobName name = BlobName.ofDataref(dataref);
    byte[] bytes =
        blobs
            .get(name)
            .orElseThrow(() -> new DataLost("its data are not there or not for us to read"));
    if (!name.isOf(bytes)) throw new DataLost("its data are not those that were said");
    return message.withData(Json.parse(bytes));
  }
}
