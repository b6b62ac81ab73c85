package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/** What travels in a queue: a message under its sequence, or control, which has none. */
public sealed interface Carried permits Message, Control {
  /**
   * Tells the two apart by the sequence.
   *
   * @throws Malformed if the text is not JSON
   * @throws IllegalArgumentException if it is neither a message nor control
   */
  static Carried parse(String text) {
    JsonNode document = Json.parse(text);
    return document.has("keyseq") ? Message.read(document) : Control.read(document);
  }

  /** The service that says it. */
  String source();

  ContractId contract();

  JsonNode data();

  String toJson();
}
