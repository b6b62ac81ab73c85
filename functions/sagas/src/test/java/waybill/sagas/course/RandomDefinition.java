package waybill.sagas.course;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import waybill.contracts.ContractId;
import waybill.contracts.saga.Patience;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Source;
import waybill.contracts.saga.Step;
import waybill.contracts.saga.Told;

/** Definitions of all shapes: long and wide ones, with undos and without. */
final class RandomDefinition {
  private final Random random;

  RandomDefinition(Random random) {
    this.random = random;
  }

  static ContractId contract(String name) {
    return new ContractId("p." + name, 1);
  }

  SagaDefinition next() {
    List<List<Step>> stages = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int stage = 0; stage < count; stage++) {
      List<Step> steps = new ArrayList<>();
      int wide = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
      for (int n = 0; n < wide; n++) steps.add(step("s" + stage + "-" + n));
      stages.add(steps);
    }
    return new SagaDefinition(
        "p",
        "random",
        contract("begin"),
        contract("cancel"),
        stages,
        List.of(told("completed")),
        List.of(told("undone")));
  }

  private Step step(String name) {
    Step.Undo undo =
        random.nextInt(4) == 0
            ? null
            : new Step.Undo(
                told("undo-" + name),
                Set.of(contract("undone-" + name)),
                Set.of(contract("stuck-" + name)),
                patience());
    return new Step(
        name,
        told("do-" + name),
        Set.of(contract("done-" + name)),
        Set.of(contract("refused-" + name)),
        undo,
        patience());
  }

  private Patience patience() {
    return new Patience(Duration.ofSeconds(10 + random.nextInt(120)), 1 + random.nextInt(4));
  }

  private Told told(String command) {
    Map<JsonPointer, Source> with = new HashMap<>();
    with.put(JsonPointer.compile("/id"), new Source.From(JsonPointer.compile("/saga/id")));
    return new Told(contract(command), with);
  }
}
