package waybill.catalog;

import static waybill.catalog.Defined.CONTRACT;
import static waybill.catalog.Frozen.VERSION;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Registered;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/** All contracts, those of the deployment and those that were registered, seen alike. */
final class Contracts implements Registered {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  static final String LATEST = "latest";

  private final BuiltInContracts builtIn;
  private final Rows rows;

  Contracts(BuiltInContracts builtIn, Rows rows) {
    this.builtIn = builtIn;
    this.rows = rows;
  }

  boolean isBuiltIn(String name) {
    return builtIn.find(name).isPresent();
  }

  Row<Defined> row(String name) {
    return rows.at(CONTRACT, name);
  }

  Optional<Defined> find(String name) {
    return builtIn.find(name).or(() -> row(name).value());
  }

  /** By its number, or by {@code latest}. */
  static Optional<Numbered> version(Defined contract, String text) {
    if (text.equals(LATEST)) return contract.latest();
    return number(text).flatMap(contract::version);
  }

  static Optional<Integer> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  static boolean isLatest(String text) {
    return text.equals(LATEST);
  }

  Optional<Frozen> content(ContractId id) {
    return builtIn.version(id).or(() -> rows.find(VERSION, id.toString()));
  }

  /** Whether somebody may begin to use it. */
  boolean has(ContractId id) {
    return find(id.name())
        .flatMap(contract -> contract.version(id.version()))
        .filter(version -> !version.isRetired())
        .isPresent();
  }

  @Override
  public Optional<Definition> definition(String name) {
    return find(name).map(Defined::definition);
  }

  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return content(id).map(Frozen::schema);
  }

  @Override
  public Optional<JsonNode> numbers(ContractId id) {
    return content(id).map(Frozen::numbers);
  }

  /** Those of the newest version that has any, retired or not; null if none has. */
  @Nullable JsonNode numbersBefore(Defined contract) {
    return contract.versions().stream()
        .sorted(Comparator.comparing(Numbered::number).reversed())
        .map(version -> numbers(new ContractId(contract.name(), version.number())))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }
}
