package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import waybill.contracts.Kind;

/**
 * A saga definition has a new version, with all that whoever runs it needs to know.
 *
 * @param contracts those that it hears and tells
 */
public record SagaRegistered(
    String name,
    int version,
    String hash,
    JsonNode definition,
    List<Told> contracts,
    Instant registeredAt) {

  /** A contract version, with its schema and all that it refers to. */
  public record Told(String contract, Kind kind, String owner, JsonNode schema) {}
}
