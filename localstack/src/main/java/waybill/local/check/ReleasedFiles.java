package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeMap;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.saga.SagaId;

/** Another folder, or the catalog that is built in. */
record ReleasedFiles(Catalog catalog) implements Released {
  @Override
  public Known contract(String name) {
    var versions = new TreeMap<Integer, JsonNode>();
    for (var id : catalog.contracts())
      if (id.name().equals(name)) versions.put(id.version(), catalog.schema(id));
    var bridges = new TreeMap<Integer, Integer>();
    for (int version : versions.keySet())
      if (catalog.bridge(new ContractId(name, version)).isPresent()
          && versions.lowerKey(version) != null) bridges.put(version, versions.lowerKey(version));
    return Known.with(versions, bridges);
  }

  @Override
  public Optional<Definition> definition(String contract) {
    return catalog.whole().definition(contract);
  }

  @Override
  public Optional<JsonNode> saga(SagaId id) {
    return catalog.sagas().contains(id) ? Optional.of(catalog.saga(id)) : Optional.empty();
  }
}
