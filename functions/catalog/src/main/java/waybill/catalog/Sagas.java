package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import waybill.contracts.Canonical;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.SagaSummary;
import waybill.contracts.catalog.SagaView;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;
import waybill.kit.commit.Rows;

/** All sagas, those of the deployment and those that were registered, seen alike. */
final class Sagas {
  private final NavigableMap<String, NavigableMap<Integer, JsonNode>> builtIn = new TreeMap<>();
  private final Set<ContractId> heardAnyway = new TreeSet<>();
  private final Rows rows;

  Sagas(Catalog catalog, Rows rows) {
    for (SagaId id : catalog.sagas()) {
      JsonNode definition = catalog.saga(id);
      builtIn.computeIfAbsent(id.name(), name -> new TreeMap<>()).put(id.version(), definition);
      heardAnyway.addAll(SagaFile.read(definition).hears());
    }
    this.rows = rows;
  }

  boolean isBuiltIn(String name) {
    return builtIn.containsKey(name);
  }

  /** How many of the deployment's begin, or are cancelled, by a contract. */
  long builtInListeners(String contract) {
    return builtIn.values().stream()
        .filter(
            versions ->
                versions.values().stream()
                    .map(SagaFile::read)
                    .flatMap(saga -> saga.listensTo().stream())
                    .anyMatch(contract::equals))
        .count();
  }

  /** In the order of the alphabet. */
  NavigableSet<String> names() {
    NavigableSet<String> names = new TreeSet<>(Directory.of(Directory.SAGAS, rows).names());
    names.addAll(builtIn.keySet());
    return names;
  }

  Optional<SagaSummary> find(String name) {
    var versions = builtIn.get(name);
    if (versions == null) return Saga.row(name, rows).value().map(Saga::summarised);
    JsonNode latest = versions.lastEntry().getValue();
    return Optional.of(
        new SagaSummary(
            name,
            latest.path("owner").asText(),
            latest.path("summary").asText(),
            versions.lastKey(),
            true));
  }

  Optional<SagaView> version(SagaId id) {
    var versions = builtIn.get(id.name());
    if (versions != null)
      return Optional.ofNullable(versions.get(id.version())).map(found -> builtIn(id, found));
    return Saga.row(id.name(), rows)
        .value()
        .flatMap(saga -> saga.version(id.version()).map(version -> registered(saga, version)));
  }

  private static SagaView builtIn(SagaId id, JsonNode definition) {
    String owner = definition.path("owner").asText();
    String hash = Canonical.hash(definition);
    return new SagaView(id.name(), id.version(), hash, owner, true, true, null, definition);
  }

  SagaView registered(Saga saga, Saga.Version version) {
    SagaId id = new SagaId(saga.name(), version.number());
    return rows.find(FrozenSaga.VERSION, id.toString())
        .map(frozen -> view(saga, version, frozen.definition()))
        .orElseThrow(() -> new IllegalStateException(id + " is listed, but has no content"));
  }

  /** As the exchange said it last, in the very commit from which on it is so. */
  private boolean isListenedTo(JsonNode definition) {
    Set<ContractId> hears = new TreeSet<>(SagaFile.read(definition).hears());
    hears.removeAll(heardAnyway);
    return hears.isEmpty() || Subscribed.takes(Saga.COORDINATOR, rows).containsAll(hears);
  }

  SagaView view(Saga saga, Saga.Version version, JsonNode definition) {
    return new SagaView(
        saga.name(),
        version.number(),
        version.hash(),
        saga.owner(),
        false,
        isListenedTo(definition),
        version.registeredAt(),
        definition);
  }
}
