package waybill.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waybill.contracts.saga.SagaId;

/** Where in a catalog's folder things are; paths are relative and use slashes. */
final class CatalogLayout {
  private static final Pattern SCHEMA = Pattern.compile("([^/]+)/v([1-9][0-9]*)/schema\\.json");
  private static final Pattern SERVICE = Pattern.compile("services/[^/]+\\.json");
  private static final Pattern SAGA = Pattern.compile("sagas/([^/]+)/v([1-9][0-9]*)\\.json");
  private static final Pattern EXAMPLE = Pattern.compile("examples/(valid|invalid)/([^/]+)\\.json");

  private CatalogLayout() {}

  record ExampleFile(String path, String name, boolean valid) {}

  static String definition(String name) {
    return name + "/contract.json";
  }

  static String schema(ContractId id) {
    return version(id) + "schema.json";
  }

  static String numbers(ContractId id) {
    return version(id) + "numbers.json";
  }

  static String bridge(ContractId id) {
    return version(id) + "bridge.json";
  }

  static List<ContractId> contracts(Collection<String> paths) {
    return matches(SCHEMA, paths.stream())
        .map(found -> new ContractId(found.group(1), Integer.parseInt(found.group(2))))
        .sorted()
        .toList();
  }

  static List<String> services(Collection<String> paths) {
    return matches(SERVICE, paths.stream()).map(Matcher::group).sorted().toList();
  }

  static String saga(SagaId id) {
    return "sagas/" + id.name() + "/v" + id.version() + ".json";
  }

  static List<SagaId> sagas(Collection<String> paths) {
    return matches(SAGA, paths.stream())
        .map(found -> new SagaId(found.group(1), Integer.parseInt(found.group(2))))
        .sorted(Comparator.comparing(SagaId::name).thenComparing(SagaId::version))
        .toList();
  }

  static List<ExampleFile> examples(ContractId id, Collection<String> paths) {
    String folder = version(id);
    Stream<String> inside =
        paths.stream().filter(path -> path.startsWith(folder)).sorted().map(in(folder));
    return matches(EXAMPLE, inside)
        .map(
            found ->
                new ExampleFile(
                    folder + found.group(),
                    Objects.requireNonNull(found.group(2)),
                    "valid".equals(found.group(1))))
        .toList();
  }

  private static Function<String, String> in(String folder) {
    return path -> path.substring(folder.length());
  }

  private static String version(ContractId id) {
    return id.name() + "/v" + id.version() + "/";
  }

  private static Stream<Matcher> matches(Pattern pattern, Stream<String> paths) {
    return paths.map(pattern::matcher).filter(Matcher::matches);
  }
}
