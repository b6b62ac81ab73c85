package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;

/**
 * What a saga says next.
 *
 * @param sequence by which its reply will name it
 * @param step null where it closes the saga
 * @param expires from then on nobody is to act on it; an undo never expires
 */
public record Said(
    long sequence,
    ContractId contract,
    JsonNode document,
    @Nullable String step,
    int attempt,
    @Nullable Instant expires) {}
