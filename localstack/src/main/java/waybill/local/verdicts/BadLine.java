package waybill.local.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A line on which there is nothing to judge. */
final class BadLine extends Exception {
  private static final long serialVersionUID = 1;

  private final transient @Nullable JsonNode id;

  BadLine(@Nullable JsonNode id, String why) {
    super(why);
    this.id = id;
  }

  /** Of the pair, if as much could be read. */
  @Nullable JsonNode id() {
    return id;
  }
}
