package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Registered contracts as a catalog remembers them: versions for long, definitions for seconds. */
final class Overlay {
  static final int COMPILED_MAX = 500;

  /** Of their schemas; compiled, they take many times as much. */
  static final long COMPILED_BYTES_MAX = 4L * 1024 * 1024;

  static final int DEFINITIONS_MAX = 1_000;
  static final Duration DEFINITION_FRESH = Duration.ofSeconds(3);

  private record Fresh(Definition definition, Instant until) {}

  /** A version's schema, and what checks documents against it. */
  record Compiled(JsonNode schema, Schema validator) {}

  private final Registered registered;
  private final Clock clock;
  private final Recent<ContractId, Compiled> compiled =
      new Recent<>(COMPILED_MAX, COMPILED_BYTES_MAX);
  private final Recent<String, Fresh> definitions = new Recent<>(DEFINITIONS_MAX, DEFINITIONS_MAX);

  Overlay(Registered registered, Clock clock) {
    this.registered = registered;
    this.clock = clock;
  }

  boolean remembers(ContractId id) {
    return compiled.get(id) != null;
  }

  /** Only what is there is remembered: a version may be registered at any moment. */
  Optional<Compiled> version(ContractId id) {
    Compiled known = compiled.get(id);
    if (known != null) return Optional.of(known);
    Optional<Compiled> found =
        registered.schema(id).map(schema -> new Compiled(schema, Schemas.alone(schema)));
    found.ifPresent(one -> compiled.put(id, one, Json.bytes(one.schema).length));
    return found;
  }

  /** Whoever asks remembers what it has made of them. */
  Optional<JsonNode> numbers(ContractId id) {
    return registered.numbers(id);
  }

  Optional<Definition> definition(String name) {
    Instant now = clock.instant();
    Fresh known = definitions.get(name);
    if (known != null && now.isBefore(known.until)) return Optional.of(known.definition);
    Optional<Definition> found = registered.definition(name);
    found.ifPresent(one -> definitions.put(name, new Fresh(one, now.plus(DEFINITION_FRESH)), 1));
    return found;
  }
}
