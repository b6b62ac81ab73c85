package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A new version, with its schema. */
public record VersionRegistered(
    String contract, int number, String hash, JsonNode schema, Instant registeredAt) {}
