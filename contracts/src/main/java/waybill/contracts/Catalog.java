package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.bridge.Bridge;
import waybill.contracts.bridge.NoTranslation;
import waybill.contracts.saga.SagaId;

/** All contracts and services. Nothing is read before it is asked for; safe for many threads. */
public final class Catalog {
  private final CatalogFiles files;
  private final Schemas schemas;
  private final Map<String, Definition> definitions = new ConcurrentHashMap<>();

  private final @Nullable Overlay overlay;

  private Catalog(CatalogFiles files) {
    this(files, null);
  }

  private Catalog(CatalogFiles files, @Nullable Overlay overlay) {
    this.files = files;
    this.overlay = overlay;
    this.schemas = new Schemas(this::schema);
  }

  /** The contracts that are built into this library. */
  public static Catalog builtIn() {
    return BuiltIn.CATALOG;
  }

  /** The contracts under a folder laid out as the built-in ones are. */
  public static Catalog at(Path folder) {
    return new Catalog(new FolderFiles(folder));
  }

  /**
   * The same catalog, and beside it contracts that were registered at run time. What both have, the
   * first has; lists, services and examples are the first one's.
   */
  public static Catalog over(Catalog builtIn, Registered registered, Clock clock) {
    return new Catalog(builtIn.files, new Overlay(registered, clock));
  }

  public List<ContractId> contracts() {
    return CatalogLayout.contracts(files.paths());
  }

  public boolean has(ContractId id) {
    return isInFiles(id) || registered(id).isPresent();
  }

  private boolean isInFiles(ContractId id) {
    return files.read(CatalogLayout.schema(id)) != null;
  }

  private Optional<Overlay.Compiled> registered(ContractId id) {
    return overlay == null ? Optional.empty() : overlay.version(id);
  }

  public Definition definition(String name) {
    if (!ContractId.isName(name)) {
      throw new UnknownContract("of an ill-formed name");
    }
    Definition known = definitions.get(name);
    if (known != null) return known;
    String path = CatalogLayout.definition(name);
    if (overlay != null && files.read(path) == null)
      return overlay.definition(name).orElseThrow(() -> new UnknownContract(name));
    return definitions.computeIfAbsent(name, n -> Definition.read(n, json(path, n)));
  }

  /** As it was written; what was registered is bundled. */
  public JsonNode schema(ContractId id) {
    return overlay == null || isInFiles(id)
        ? json(CatalogLayout.schema(id), id)
        : registered(id).orElseThrow(() -> new UnknownContract(id.toString())).schema();
  }

  /** Those of its fields in Protocol Buffers; empty if they were given none. */
  public Optional<JsonNode> numbers(ContractId id) {
    if (overlay != null && !isInFiles(id)) return overlay.numbers(id);
    return Optional.ofNullable(files.read(CatalogLayout.numbers(id))).map(Json::parse);
  }

  /** Every violation, sorted by pointer and rule, at most 50; none if the contract is kept. */
  public List<Violation> check(ContractId id, JsonNode document) {
    try {
      return Violations.of(
          validator(id)
              .validate(
                  document,
                  (ExecutionContext execution) -> CountedReference.limit(execution, document)));
    } catch (TooCostly e) {
      return List.of(new Violation("", "too-costly", String.valueOf(e.getMessage())));
    }
  }

  /** Looks for a file only where nothing is remembered: this is on the way of every document. */
  private Schema validator(ContractId id) {
    if (overlay == null || schemas.isCompiled(id)) return schemas.compiled(id);
    if (!overlay.remembers(id) && isInFiles(id)) return schemas.compiled(id);
    return registered(id).orElseThrow(() -> new UnknownContract(id.toString())).validator();
  }

  /** The document as its record. Only binds: {@link #check} first what comes from outside. */
  public <T> T read(Contract<T> contract, JsonNode document) {
    return Json.bind(document, contract.type());
  }

  /** For what comes from a queue, where nobody waits for a list of violations. */
  public <T> T readChecked(Contract<T> contract, JsonNode document) {
    List<Violation> violations = check(contract.id(), document);
    if (!violations.isEmpty())
      throw new IllegalArgumentException(contract + " is broken: " + violations);
    return read(contract, document);
  }

  public <T> JsonNode write(Contract<T> contract, T data) {
    return Json.tree(contract.type().cast(data));
  }

  public List<ServiceEntry> services() {
    return CatalogLayout.services(files.paths()).stream()
        .map(path -> Json.bind(json(path, path), ServiceEntry.class))
        .toList();
  }

  /** All versions of the built-in sagas. */
  public List<SagaId> sagas() {
    return CatalogLayout.sagas(files.paths());
  }

  /** As it was written. */
  public JsonNode saga(SagaId id) {
    return json(CatalogLayout.saga(id), id);
  }

  /** Its contracts with nothing left in their schemas that leads out of them. */
  public Registered whole() {
    return new Whole(this);
  }

  /**
   * How documents of the version before become documents of this one, where its files say so.
   *
   * @throws NoTranslation if what they say is none
   */
  public Optional<Bridge> bridge(ContractId id) {
    byte @Nullable [] file = files.read(CatalogLayout.bridge(id));
    if (file == null) return Optional.empty();
    JsonNode bridge = Json.parse(file);
    if (!bridge.path("up").isTextual() || !bridge.path("down").isTextual())
      throw new IllegalArgumentException(id + " has a bridge without up or down");
    return Optional.of(Bridge.of(bridge.get("up").textValue(), bridge.get("down").textValue()));
  }

  public List<Example> examples(ContractId id) {
    return CatalogLayout.examples(id, files.paths()).stream()
        .map(file -> new Example(file.name(), file.valid(), json(file.path(), id)))
        .toList();
  }

  private JsonNode json(String path, Object what) {
    byte @Nullable [] bytes = files.read(path);
    if (bytes == null) {
      throw new UnknownContract(what.toString());
    }
    return Json.parse(bytes);
  }

  private static final class BuiltIn {
    static final Catalog CATALOG = new Catalog(new ClassPathFiles("catalog/"));
  }
}
