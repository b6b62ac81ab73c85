package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where in a definition a step stands. */
record Spot(String pointer, int stage, Step step) {

  static List<Spot> of(JsonNode document, SagaDefinition definition) {
    List<Spot> spots = new ArrayList<>();
    for (int stage = 0; stage < definition.stages().size(); stage++) {
      List<Step> steps = definition.stages().get(stage);
      String at = "/steps/" + stage;
      boolean together = document.at(at).has("together");
      for (int i = 0; i < steps.size(); i++)
        spots.add(new Spot(together ? at + "/together/" + i : at, stage, steps.get(i)));
    }
    return spots;
  }
}
