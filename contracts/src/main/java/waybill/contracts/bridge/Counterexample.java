package waybill.contracts.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Violation;

/**
 * A document that a bridge does not carry over.
 *
 * @param direction {@code up} or {@code down}
 * @param document valid on the side where it comes from
 * @param translated what became of it; null if nothing did
 * @param violations what is wrong with that on the other side
 * @param says why nothing became of it; null if something did
 */
public record Counterexample(
    String direction,
    JsonNode document,
    @Nullable JsonNode translated,
    List<Violation> violations,
    @Nullable String says) {}
