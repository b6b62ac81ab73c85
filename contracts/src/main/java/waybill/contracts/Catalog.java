package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All contracts and services. Nothing is read before it is asked for; safe for many threads. */
public final class Catalog {
  private final CatalogFiles files;
  private final Schemas schemas;
  private final Map<String, Definition> definitions = new ConcurrentHashMap<>();

  private Catalog(CatalogFiles files) {
    this.files = files;
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

  public List<ContractId> contracts() {
    return CatalogLayout.contracts(files.paths());
  }

  public boolean has(ContractId id) {
    return files.read(CatalogLayout.schema(id)) != null;
  }

  public Definition definition(String name) {
    if (!ContractId.isName(name)) {
      throw new UnknownContract("of an ill-formed name");
    }
    return definitions.computeIfAbsent(
        name, n -> Definition.read(n, json(CatalogLayout.definition(n), n)));
  }

  public JsonNode schema(ContractId id) {
    return json(CatalogLayout.schema(id), id);
  }

  /** Every violation, sorted by pointer and rule, at most 50; none if the contract is kept. */
  public List<Violation> check(ContractId id, JsonNode document) {
    try {
      return Violations.of(schemas.compiled(id).validate(document), document);
    } catch (TooCostly e) {
      return List.of(new Violation("", "$ref", String.valueOf(e.getMessage())));
    }
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
