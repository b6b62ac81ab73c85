package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.BridgeTexts;
import waybill.contracts.catalog.ShownForm;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.catalog.VersionView;
import waybill.kit.commit.Kind;

/** A version's content: written once, the same for ever. */
record Frozen(
    ContractId id,
    String hash,
    JsonNode schema,
    List<ContractId> references,
    List<JsonNode> examples,
    @Nullable Integer bridgedFrom,
    @Nullable BridgeTexts bridge,
    @Nullable JsonNode numbers,
    @Nullable Instant registeredAt) {
  static final Kind<Frozen> VERSION = Kind.entry("version", Frozen.class);

  /** What is said of it. */
  VersionRegistered registered(Instant at) {
    return new VersionRegistered(
        id.name(), id.version(), hash, schema, bridgedFrom, bridge, numbers, at);
  }

  VersionView view(@Nullable JsonNode itsNumbers, List<ShownForm> forms) {
    return new VersionView(
        id.name(),
        id.version(),
        hash,
        schema,
        references.stream().map(ContractId::toString).toList(),
        bridgedFrom,
        bridge,
        itsNumbers,
        forms,
        registeredAt);
  }
}
