package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.SchemaCheck;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Meaning;
import waybill.contracts.logic.TooLarge;
import waybill.contracts.search.Budget;
import waybill.contracts.search.Finding;
import waybill.contracts.search.Search;
import waybill.contracts.search.Truth;

/** An old and a new schema, and whether the logic knows a document that only the old one takes. */
final class Pair {
  private final JsonNode oldSchema;
  private final JsonNode newSchema;
  private final SchemaCheck oldCheck;
  private final SchemaCheck newCheck;
  private final Formulas formulas = new Formulas();
  private boolean isRead;
  private @Nullable Formula oldMeaning;
  private @Nullable Formula newMeaning;
  private @Nullable Finding found;

  Pair(JsonNode oldSchema, JsonNode newSchema) {
    this(oldSchema, SchemaCheck.of(oldSchema), newSchema, SchemaCheck.of(newSchema));
  }

  private Pair(JsonNode oldSchema, SchemaCheck oldCheck, JsonNode newSchema, SchemaCheck newCheck) {
    this.oldSchema = oldSchema;
    this.oldCheck = oldCheck;
    this.newSchema = newSchema;
    this.newCheck = newCheck;
  }

  /** With the rule at a pointer left out of the new schema. */
  @Nullable Pair withoutRule(@Nullable String pointer) {
    JsonNode weaker = Rules.without(newSchema, pointer);
    return weaker == null ? null : new Pair(oldSchema, oldCheck, weaker, SchemaCheck.of(weaker));
  }

  JsonNode oldSchema() {
    return oldSchema;
  }

  JsonNode newSchema() {
    return newSchema;
  }

  boolean isOld(JsonNode document) {
    return oldCheck.accepts(document);
  }

  boolean isNew(JsonNode document) {
    return newCheck.accepts(document);
  }

  /** The validator says so, and the logic, which reads the schemas on its own, does not object. */
  boolean isWitness(JsonNode document) {
    return isOld(document)
        && !isNew(document)
        && oldTruth(document) != Truth.NO
        && newTruth(document) != Truth.YES;
  }

  /** Neither the validator nor the logic takes it for a witness. */
  boolean isNoWitness(JsonNode document) {
    return (!isOld(document) || isNew(document))
        && (oldTruth(document) == Truth.NO || newTruth(document) != Truth.NO);
  }

  private Truth oldTruth(JsonNode document) {
    read();
    return oldMeaning == null ? Truth.UNSURE : Truth.of(oldMeaning, document);
  }

  private Truth newTruth(JsonNode document) {
    read();
    return newMeaning == null ? Truth.UNSURE : Truth.of(newMeaning, document);
  }

  List<List<String>> brokenRules(JsonNode document) {
    return newCheck.brokenRules(document);
  }

  /** What was not understood of either, if anything. */
  @Nullable String unclear() {
    return formulas.unclear();
  }

  /** A document that the old schema takes and the new one does not, as far as the logic goes. */
  Finding found(Deadline deadline) {
    if (found == null) found = search(deadline);
    return found;
  }

  private Finding search(Deadline deadline) {
    read();
    if (oldMeaning == null || newMeaning == null)
      return new Finding.Unknown("more than can be kept in mind");
    try {
      Search search = new Search(formulas, deadline.share());
      return search.find(List.of(oldMeaning, formulas.not(newMeaning)));
    } catch (Budget.Spent | TooLarge e) {
      return new Finding.Unknown(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return new Finding.Unknown("nested too deeply");
    }
  }

  private void read() {
    if (isRead) return;
    isRead = true;
    try {
      oldMeaning = Meaning.of(oldSchema, "old", formulas);
      newMeaning = Meaning.of(newSchema, "new", formulas);
    } catch (TooLarge | StackOverflowError e) {
      oldMeaning = null;
    }
  }
}
