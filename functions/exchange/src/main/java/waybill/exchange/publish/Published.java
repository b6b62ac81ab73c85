package waybill.exchange.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import waybill.contracts.Canonical;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Event;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Kind;

/**
 * That an event of a source was accepted, under the sender's own id, and which message it became.
 */
record Published(MessageId messageId, String digest, Instant until) {
  static final Kind<Published> PUBLISHED =
      Kind.entry("published", Published.class).expiring(Published::until);

  /**
   * How it travelled is not what it says: a retry may bear another trace or come in another mode.
   */
  private static final List<String> OF_THE_WAY = List.of("traceparent", "datacontenttype");

  static String idOf(Event event) {
    return Hash.of(event.source(), event.id());
  }

  static String digestOf(Event event) {
    ObjectNode said = (ObjectNode) Json.tree(event);
    return Canonical.hash(said.remove(OF_THE_WAY));
  }
}
