package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A saga that can work, and one change after the other to it. */
abstract class Writing {
  final Depot depot = new Depot();
  final JsonNode saga = Depot.SAGA.deepCopy();

  Writing set(String pointer, String json) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode owner = saga.at(at.head());
    JsonNode value = Depot.json(json);
    if (owner instanceof ArrayNode array) array.add(value);
    else ((ObjectNode) owner).set(at.last().getMatchingProperty(), value);
    return this;
  }

  Writing without(String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    ((ObjectNode) saga.at(at.head())).remove(at.last().getMatchingProperty());
    return this;
  }

  List<String> violations() {
    return depot.violations(saga).stream().map(one -> one.pointer() + " " + one.rule()).toList();
  }
}
