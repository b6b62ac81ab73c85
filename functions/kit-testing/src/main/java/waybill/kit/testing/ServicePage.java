package waybill.kit.testing;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waybill.contracts.ContractId;
import waybill.contracts.Kind;
import waybill.kit.problem.Problem;
import waybill.kit.problem.ProblemType;

/** A service's README: what it says the service does, to be held against what the code does. */
public final class ServicePage {
  private final String page;

  private ServicePage(String page) {
    this.page = page;
  }

  /** The page of the module whose tests run. */
  public static ServicePage here() {
    try {
      return new ServicePage(Files.readString(Path.of("README.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Set<String> routes() {
    return named("`([A-Z]+ /[^`]*)`", "What it answers");
  }

  public Set<String> says() {
    return named("`([a-z-]+\\.[a-z-]+/[0-9]+)`", "What it says");
  }

  public Set<String> hears() {
    return named("`([a-z-]+\\.[a-z-]+/[0-9]+)`", "What it listens to");
  }

  public Set<String> refuses() {
    return named("`([0-9]{3} [a-z-]+)`", "What it refuses");
  }

  public Set<String> stores() {
    return named("`([a-z_]+)`", "What it stores");
  }

  /** The events that a service owns, by the catalog. */
  public static Set<String> eventsOf(String service) {
    return ownedBy(service, Kind.EVENT);
  }

  /** What it answers to commands, by the catalog. */
  public static Set<String> repliesOf(String service) {
    return ownedBy(service, Kind.REPLY);
  }

  private static Set<String> ownedBy(String service, Kind kind) {
    return Given.CATALOG.contracts().stream()
        .filter(id -> id.owner().equals(service))
        .filter(id -> Given.CATALOG.definition(id.name()).kind() == kind)
        .map(ContractId::toString)
        .collect(toSet());
  }

  /** What a service consumes, by the catalog. */
  public static Set<String> heardBy(String service) {
    return Given.CATALOG.services().stream()
        .filter(entry -> entry.name().equals(service))
        .flatMap(entry -> entry.consumes().stream())
        .map(ContractId::toString)
        .collect(toSet());
  }

  public static Set<String> refusals(ProblemType... types) {
    return Stream.of(types).map(type -> type.status() + " " + type.slug()).collect(toSet());
  }

  /** What the kit refuses for every service. */
  public static Set<String> sharedRefusals() {
    return refusals(Problem.values());
  }

  /** As the stored document names them. */
  public static Set<String> fields(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents())
        .map(field -> field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .collect(toSet());
  }

  private Set<String> named(String what, String heading) {
    String from = page.substring(page.indexOf("\n## " + heading + "\n") + 1);
    int end = from.indexOf("\n## ");
    return Pattern.compile(what)
        .matcher(end < 0 ? from : from.substring(0, end))
        .results()
        .map(found -> found.group(1))
        .collect(toSet());
  }
}
