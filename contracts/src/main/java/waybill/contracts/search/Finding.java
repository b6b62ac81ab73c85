package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of a search. */
public sealed interface Finding {
  /**
   * @param sure false if something that was not understood may still speak against it
   */
  record Found(JsonNode value, boolean sure) implements Finding {}

  /** There is no such value. */
  enum None implements Finding {
    ONLY
  }

  record Unknown(String reason) implements Finding {}

  static Finding none() {
    return None.ONLY;
  }

  default boolean isNone() {
    return this instanceof None;
  }

  default boolean isSure() {
    return this instanceof Found found && found.sure;
  }
}
