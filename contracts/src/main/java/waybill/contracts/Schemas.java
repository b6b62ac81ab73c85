package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Schemas of one catalog, each compiled when it is first used. */
final class Schemas {
  private static final String SCHEME = "waybill:";

  private static final BoundedExpressions EXPRESSIONS = new BoundedExpressions();

  private final Function<ContractId, JsonNode> source;
  private final Map<ContractId, Schema> compiled = new ConcurrentHashMap<>();
  private final SchemaRegistry registry;

  Schemas(Function<ContractId, JsonNode> source) {
    this.source = source;
    this.registry =
        SchemaRegistry.withDialect(
            OurDialect.DIALECT,
            builder ->
                builder
                    .schemaRegistryConfig(config())
                    .schemaLoader(
                        loader ->
                            loader
                                .allow(Schemas::isInside)
                                .resourceLoaders(loaders -> loaders.add(this::load))));
  }

  Schema compiled(ContractId id) {
    return compiled.computeIfAbsent(id, this::compile);
  }

  boolean isCompiled(ContractId id) {
    return compiled.containsKey(id);
  }

  private Schema compile(ContractId id) {
    Schema schema = registry.getSchema(SchemaLocation.of(SCHEME + id), source.apply(id));
    schema.initializeValidators();
    return schema;
  }

  /** Anything else, be it a file, the class path or the network, is refused. */
  private static boolean isInside(AbsoluteIri iri) {
    return iri.toString().startsWith(SCHEME);
  }

  private InputStreamSource load(AbsoluteIri iri) {
    ContractId id = ContractId.parse(iri.toString().substring(SCHEME.length()));
    byte[] schema = Json.bytes(source.apply(id));
    return () -> new ByteArrayInputStream(schema);
  }

  /**
   * A schema that needs nothing but itself. The registry is its own: one that is shared remembers
   * all that it ever compiled.
   */
  static Schema alone(JsonNode document) {
    Schema schema =
        SchemaRegistry.withDialect(
                OurDialect.DIALECT,
                builder ->
                    builder
                        .schemaRegistryConfig(config())
                        .schemaLoader(loader -> loader.allow(Schemas::isDialect)))
            .getSchema(document);
    schema.initializeValidators();
    return schema;
  }

  /** The dialect describes itself; the validator brings it along. */
  private static boolean isDialect(AbsoluteIri iri) {
    return iri.toString().startsWith("https://json-schema.org/draft/2020-12/");
  }

  private static SchemaRegistryConfig config() {
    return SchemaRegistryConfig.builder()
        .regularExpressionFactory(EXPRESSIONS)
        .formatAssertionsEnabled(false)
        .pathType(PathType.JSON_POINTER)
        .locale(Locale.ENGLISH)
        .build();
  }
}
