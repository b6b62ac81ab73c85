package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import waybill.contracts.ContractId;

/**
 * A command as a saga makes it.
 *
 * @param with by the place in its document, where what stands there comes from
 */
public record Told(ContractId command, Map<JsonPointer, Source> with) {

  public Told {
    with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
  }
}
