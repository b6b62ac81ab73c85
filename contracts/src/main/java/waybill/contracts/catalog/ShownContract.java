package waybill.contracts.catalog;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Compatibility;
import waybill.contracts.Definition;
import waybill.contracts.Kind;

/** A contract and which versions there are. */
public record ShownContract(
    String name,
    String owner,
    Kind kind,
    String summary,
    @Nullable String key,
    String compatibility,
    String retention,
    List<String> confidential,
    List<String> senders,
    List<String> readers,
    List<String> policies,
    boolean builtIn,
    List<ShownVersion> versions) {

  public Definition definition() {
    return new Definition(
        name,
        kind,
        owner,
        summary,
        key,
        Compatibility.valueOf(compatibility),
        Duration.parse(retention),
        confidential,
        senders,
        readers);
  }
}
