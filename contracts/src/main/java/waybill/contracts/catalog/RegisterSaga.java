package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;

/** A saga definition that is to be the next version. */
public record RegisterSaga(JsonNode definition) {}
