package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A break that a policy lets pass.
 *
 * @param pointer where in the schema that reads
 * @param witness the document that would break; null where none was found
 */
public record Accepted(
    Policy policy, String keyword, @Nullable String pointer, @Nullable JsonNode witness) {

  static Accepted of(Policy policy, Break risk) {
    return new Accepted(policy, risk.keyword(), risk.newPointer(), risk.witness());
  }
}
