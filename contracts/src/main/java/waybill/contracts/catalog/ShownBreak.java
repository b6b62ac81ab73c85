package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A break and the document that shows it. */
public record ShownBreak(
    String keyword, @Nullable String oldPointer, @Nullable String newPointer, JsonNode witness) {}
