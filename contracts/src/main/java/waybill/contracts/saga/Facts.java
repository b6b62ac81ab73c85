package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Local;

/** What is known of the fields from which commands are made. */
final class Facts {
  private static final String DEFS = "$defs";

  private final SagaDefinition definition;
  private final List<Spot> spots;

  /** The schema of everything that may be heard, side by side; in it their references lead. */
  private final ObjectNode root = Json.object();

  Facts(
      SagaDefinition definition,
      List<Spot> spots,
      Function<ContractId, Optional<JsonNode>> schemas) {
    this.definition = definition;
    this.spots = spots;
    TreeSet<ContractId> heard = new TreeSet<>(List.of(definition.begins()));
    for (Spot spot : spots) heard.addAll(spot.step().done());
    for (ContractId id : heard)
      schemas
          .apply(id)
          .filter(schema -> !Local.hasAnchors(schema))
          .ifPresent(
              schema ->
                  definitions().set(part(id), Local.moved(schema, "#/" + DEFS + "/" + part(id))));
  }

  private ObjectNode definitions() {
    return root.withObjectProperty(DEFS);
  }

  ObjectNode root() {
    return root;
  }

  private static String part(ContractId id) {
    return id.name() + "@" + id.version();
  }

  /**
   * What a source gives.
   *
   * @param fields one for each contract that it may come under; none if nothing is known of them
   * @param always whether there is something in each case
   */
  record Fact(List<Field> fields, boolean always) {}

  /** Why there is no such fact. */
  record Missing(String rule, String says) {}

  interface Told<T> {
    T known(Fact fact);

    T missing(Missing missing);
  }

  <T> T at(JsonPointer source, Moment moment, Told<T> told) {
    JsonPointer rest = source.tail();
    return switch (String.valueOf(source.getMatchingProperty())) {
      case "input" -> under(List.of(definition.begins()), rest, Moment.Sure.ALWAYS, told);
      case "replies" -> reply(rest, moment, told);
      default -> saga(rest, moment, told);
    };
  }

  private <T> T reply(JsonPointer source, Moment moment, Told<T> told) {
    String name = String.valueOf(source.getMatchingProperty());
    Optional<Spot> spot = spots.stream().filter(one -> one.step().name().equals(name)).findFirst();
    if (spot.isEmpty())
      return told.missing(new Missing("unknown-step", "there is no step " + name));
    Moment.Sure sure = moment.reply(spot.get().stage());
    return sure == Moment.Sure.NEVER
        ? told.missing(
            new Missing("not-done-before", name + " is not surely done when this is made"))
        : under(List.copyOf(new TreeSet<>(spot.get().step().done())), source.tail(), sure, told);
  }

  private <T> T saga(JsonPointer source, Moment moment, Told<T> told) {
    Itself field = Itself.named(source.getMatchingProperty()).orElseThrow();
    Moment.Sure sure = moment.saga(field);
    return sure == Moment.Sure.NEVER
        ? told.missing(new Missing("not-undone", "is known only of a saga that is undone"))
        : told.known(
            new Fact(
                List.of(new Field(List.of(field.schema()), true)), sure == Moment.Sure.ALWAYS));
  }

  private <T> T under(
      List<ContractId> contracts, JsonPointer place, Moment.Sure sure, Told<T> told) {
    List<Field> fields = new ArrayList<>();
    boolean always = sure == Moment.Sure.ALWAYS;
    for (ContractId id : contracts) {
      JsonNode schema = root.path(DEFS).path(part(id));
      if (schema.isMissingNode()) return told.known(new Fact(List.of(), always));
      Optional<Field> field = Field.at(root, schema, place);
      if (field.isEmpty())
        return told.missing(new Missing("undeclared-field", id + " declares no " + place));
      always &= field.get().always();
      fields.add(field.get());
    }
    return told.known(new Fact(fields, always));
  }
}
