package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import waybill.contracts.Catalog;

/** Another folder, or the catalog that is built in. */
record ReleasedFiles(Catalog catalog) implements Released {
  @Override
  public SortedMap<Integer, JsonNode> versions(String contract) {
    var versions = new TreeMap<Integer, JsonNode>();
    for (var id : catalog.contracts())
      if (id.name().equals(contract)) versions.put(id.version(), catalog.schema(id));
    return versions;
  }
}
