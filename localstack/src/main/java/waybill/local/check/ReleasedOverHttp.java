package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A Waybill that runs somewhere. */
final class ReleasedOverHttp implements Released {
  private final JsonOverHttp http;

  ReleasedOverHttp(String url, @Nullable String token) {
    http = new JsonOverHttp(url, token);
    if (http.get("/contracts?limit=1") == null)
      throw new Unusable(http + " has no catalog: it answers 404 for /contracts");
  }

  @Override
  public SortedMap<Integer, JsonNode> versions(String contract) {
    var versions = new TreeMap<Integer, JsonNode>();
    var known = http.get("/contracts/" + contract);
    int latest = known == null ? 0 : known.path("latest").asInt();
    for (int version = 1; version <= latest; version++) {
      var released = http.get("/contracts/" + contract + "/versions/" + version);
      if (released != null) versions.put(version, http.field(released, "schema"));
    }
    return versions;
  }
}
