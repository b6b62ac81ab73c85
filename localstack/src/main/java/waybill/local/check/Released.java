package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/** The catalog that a branch is judged against. */
interface Released {
  /** The schemas of a contract by version; empty if it is not known. */
  SortedMap<Integer, JsonNode> versions(String contract);
}
