package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import waybill.contracts.Catalog;

/** Another folder, or the catalog that is built in. */
record ReleasedFiles(Catalog catalog) implements Released {
  @Override
  public Known contract(String name) {
    var versions = new TreeMap<Integer, JsonNode>();
    for (var id : catalog.contracts())
      if (id.name().equals(name)) versions.put(id.version(), catalog.schema(id));
    return Known.with(versions);
  }
}
