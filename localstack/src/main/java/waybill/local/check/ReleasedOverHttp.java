package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.Definition;
import waybill.contracts.catalog.CatalogContracts;
import waybill.contracts.saga.SagaId;
import waybill.contracts.verdict.Policy;

/** A Waybill that runs somewhere. */
final class ReleasedOverHttp implements Released {
  private final JsonOverHttp http;

  ReleasedOverHttp(String url, @Nullable String token) {
    http = new JsonOverHttp(url, token);
    if (http.get("/contracts?limit=1") == null)
      throw new Unusable(http + " has no catalog: it answers 404 for /contracts");
  }

  @Override
  public Known contract(String name) {
    var path = "/contracts/" + name;
    var contract = http.get(path);
    if (contract == null) return Known.nothing();
    var versions = new TreeMap<Integer, JsonNode>();
    var retired = new TreeSet<Integer>();
    var bridges = new TreeMap<Integer, Integer>();
    for (var version : http.field(contract, "versions")) {
      int number = http.field(version, "number").asInt();
      if (version.path("state").asText().equals("retired")) retired.add(number);
      var content = http.get(path + "/versions/" + number);
      if (content == null) continue;
      versions.put(number, http.field(content, "schema"));
      if (content.has("bridged_from")) bridges.put(number, content.get("bridged_from").asInt());
    }
    return new Known(versions, retired, bridges, policies(contract));
  }

  @Override
  public Optional<Definition> definition(String contract) {
    var shown = http.get("/contracts/" + contract);
    if (shown == null) return Optional.empty();
    try {
      return Optional.of(Catalog.builtIn().read(CatalogContracts.CONTRACT, shown).definition());
    } catch (IllegalArgumentException e) {
      throw new Unusable(http + " shows " + contract + " as nothing that is known here");
    }
  }

  @Override
  public Optional<JsonNode> saga(SagaId id) {
    var shown = http.get("/saga-definitions/" + id.name() + "/versions/" + id.version());
    return shown == null ? Optional.empty() : Optional.of(http.field(shown, "definition"));
  }

  /** One that is not known here accepts nothing. */
  private static Set<Policy> policies(JsonNode contract) {
    return StreamSupport.stream(contract.path("policies").spliterator(), false)
        .flatMap(slug -> Policy.of(slug.asText()).stream())
        .collect(Collectors.toSet());
  }
}
