package waybill.sagas.define;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import waybill.contracts.Bundle;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.saga.Composition;
import waybill.contracts.saga.Told;
import waybill.sagas.course.Composing;

/** Makes documents as the catalog's contracts want them. */
final class Making implements Composing {
  private static final int REMEMBERED_MAX = 500;

  private final Catalog catalog;

  /** A version never changes. */
  private final Map<ContractId, JsonNode> whole = new ConcurrentHashMap<>();

  Making(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Composed of(Told told, JsonNode facts) {
    JsonNode document = Composition.of(told, facts, whole(told.command()));
    return new Composed(told, document, catalog.check(told.command(), document));
  }

  private JsonNode whole(ContractId id) {
    if (whole.size() > REMEMBERED_MAX) whole.clear();
    return whole.computeIfAbsent(
        id, one -> Bundle.of(catalog.schema(one), other -> schema(other)).schema());
  }

  private Optional<JsonNode> schema(ContractId id) {
    return catalog.has(id) ? Optional.of(catalog.schema(id)) : Optional.empty();
  }
}
