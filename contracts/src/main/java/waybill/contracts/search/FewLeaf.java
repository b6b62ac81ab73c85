package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import waybill.contracts.logic.Formula;

/** A type with few values. */
final class FewLeaf extends Leaf {
  private final List<JsonNode> values;

  FewLeaf(Search search, List<JsonNode> values) {
    super(search);
    this.values = values;
  }

  @Override
  void hear(Formula.Shape shape, boolean isTrue) {}

  @Override
  Finding look() {
    for (JsonNode value : values)
      if (!except.contains(value)) return new Finding.Found(value, true);
    return Finding.none();
  }
}
