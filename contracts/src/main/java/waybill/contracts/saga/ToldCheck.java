package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import waybill.contracts.Json;

/** Whether one command can be made, and is always what its contract asks for. */
final class ToldCheck {
  private final Facts facts;
  private final Proof proof;
  private final Found found;

  ToldCheck(Facts facts, Proof proof, Found found) {
    this.facts = facts;
    this.proof = proof;
    this.found = found;
  }

  /**
   * @param at where the command stands in the definition
   * @param command its schema
   */
  void check(String at, Told told, JsonNode command, Moment moment) {
    int before = found.size();
    Composed composed = new Composed(facts.root());
    CutSchema cut = new CutSchema(facts.root(), command);
    boolean complete = true;
    for (Map.Entry<JsonPointer, Source> one : told.with().entrySet())
      complete &= new Filling(at, told, command, moment, cut, composed).fill(one);
    unfilled(at, told, command);
    if (found.size() == before && complete) proof.check(at, told, composed.schema(), command);
  }

  /** Said of what is plainly missing; whatever else is required is found by the proof. */
  private void unfilled(String at, Told told, JsonNode command) {
    for (JsonNode name : Cut.resolved(command, command).path("required")) {
      JsonPointer place = JsonPointer.empty().appendProperty(name.asText());
      if (told.with().keySet().stream().noneMatch(one -> begins(one, place)))
        found.add(at + "/with", "required", "nothing fills " + place);
    }
  }

  private static boolean begins(JsonPointer place, JsonPointer with) {
    return (place + "/").startsWith(with + "/");
  }

  static String place(String at, JsonPointer target) {
    return at + "/with" + JsonPointer.empty().appendProperty(target.toString());
  }

  /** One field after the other. */
  private final class Filling {
    private final String at;
    private final Told told;
    private final JsonNode command;
    private final Moment moment;
    private final CutSchema cut;
    private final Composed composed;

    private Filling(
        String at, Told told, JsonNode command, Moment moment, CutSchema cut, Composed composed) {
      this.at = at;
      this.told = told;
      this.command = command;
      this.moment = moment;
      this.cut = cut;
      this.composed = composed;
    }

    /** False if it is not known what will stand there. */
    boolean fill(Map.Entry<JsonPointer, Source> field) {
      JsonPointer target = field.getKey();
      String place = place(at, target);
      if (told.with().keySet().stream()
          .anyMatch(one -> !one.equals(target) && begins(target, one))) {
        found.add(place, "inside-another", "stands inside what another source fills");
        return false;
      }
      Target rule = Target.of(command, target);
      if (!rule.declared()) {
        found.add(place, "unknown-field", "the command has no such field");
        return false;
      }
      return field.getValue() instanceof Source.From from
          ? from(place, target, rule, from.pointer())
          : constant(target, rule, ((Source.Constant) field.getValue()).value());
    }

    private boolean constant(JsonPointer target, Target rule, JsonNode value) {
      composed.add(
          target, Json.object().set("const", Cut.value(command, rule.schema(), value)), true);
      return true;
    }

    private boolean from(String place, JsonPointer target, Target rule, JsonPointer source) {
      return facts.at(
          source,
          moment,
          new Facts.Told<Boolean>() {
            @Override
            public Boolean known(Facts.Fact fact) {
              return filled(place, target, rule, fact);
            }

            @Override
            public Boolean missing(Facts.Missing missing) {
              found.add(place, missing.rule(), missing.says());
              return false;
            }
          });
    }

    private boolean filled(String place, JsonPointer target, Target rule, Facts.Fact fact) {
      if (fact.fields().isEmpty()) return false;
      if (!fact.always() && rule.required()) {
        found.add(place, "not-always-there", "the command needs it, and the source may be missing");
        return false;
      }
      List<List<JsonNode>> alternatives = new ArrayList<>();
      for (Field field : fact.fields())
        alternatives.add(field.holds().stream().map(one -> cut.of(one, rule.schema())).toList());
      composed.add(target, Composed.anyOf(alternatives), fact.always());
      return true;
    }
  }
}
