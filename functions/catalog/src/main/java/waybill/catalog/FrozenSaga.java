package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.saga.SagaId;
import waybill.kit.commit.Kind;

/** What a version of a saga says: written once, the same for ever. */
record FrozenSaga(String id, JsonNode definition) {
  static final Kind<FrozenSaga> VERSION = Kind.entry("saga-version", FrozenSaga.class);

  static FrozenSaga of(SagaId id, JsonNode definition) {
    return new FrozenSaga(id.toString(), definition);
  }
}
