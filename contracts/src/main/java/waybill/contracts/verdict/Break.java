package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One place at which a document that was fine is fine no more.
 *
 * @param keyword the rule that refuses it
 * @param oldPointer where the same rule, or what stands at its place, is in the old schema; null if
 *     nothing there speaks about it
 * @param newPointer where the rule is in the new schema; null if it is not in this document
 * @param witness valid under the old schema and invalid under the new one, with nothing in it that
 *     could be left out
 */
public record Break(
    String keyword, @Nullable String oldPointer, @Nullable String newPointer, JsonNode witness) {}
