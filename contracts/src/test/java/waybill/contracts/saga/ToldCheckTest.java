package waybill.contracts.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Kind;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Verdict;

/** What is wrong with where a command's fields come from: each rule broken once. */
class ToldCheckTest extends Writing {

  @Test
  void aSource_isDeclaredWhereItIsSought() {
    set("/steps/0/with/~1lines", "'/input/items'")
        .set("/steps/1/with/~1weight", "'/replies/pack/mass'");
    assertThat(violations())
        .containsExactly(
            "/steps/0/with/~1lines undeclared-field", "/steps/1/with/~1weight undeclared-field");
  }

  @Test
  void aFieldThatMayBeMissing_fillsNoneThatIsRequired() {
    depot.reply("depot.packed/1", "'weight':{'type':'integer','minimum':1}", "");
    assertThat(violations()).containsExactly("/steps/1/with/~1weight not-always-there");
  }

  @Test
  void aFieldBehindOneThatMayBeMissing_mayBeMissing() {
    String weight =
        "'size':{'type':'object','properties':{'weight':{'type':'integer','minimum':1}},"
            + "'required':['weight']}";
    set("/steps/1/with/~1weight", "'/replies/pack/size/weight'");
    depot.reply("depot.packed/1", weight, "'size'");
    assertThat(violations()).isEmpty();
    depot.reply("depot.packed/1", weight, "");
    assertThat(violations()).containsExactly("/steps/1/with/~1weight not-always-there");
  }

  @Test
  void theReplyOfALaterStep_isNotThereYet() {
    set("/steps/0/with/~1parcel", "'/replies/charge/fee'");
    assertThat(violations()).containsExactly("/steps/0/with/~1parcel not-done-before");
  }

  @Test
  void theReplyOfAStepBeside_isNotThereYet() {
    JsonNode both = Depot.json("{'together':[]}");
    ((ArrayNode) both.path("together")).add(saga.at("/steps/0")).add(saga.at("/steps/1"));
    ((ArrayNode) saga.path("steps")).remove(0);
    ((ArrayNode) saga.path("steps")).set(0, both);
    assertThat(violations()).containsExactly("/steps/0/together/1/with/~1weight not-done-before");
  }

  @Test
  void theReplyOfNoStep_isNeverThere() {
    set("/steps/1/with/~1weight", "'/replies/weigh/weight'");
    assertThat(violations()).containsExactly("/steps/1/with/~1weight unknown-step");
  }

  @Test
  void eachReplyThatMeansDone_hasTheField() {
    set("/steps/0/done", "['depot.packed/1','depot.packed-elsewhere/1']");
    assertThat(violations()).isEmpty();
    set("/steps/0/undo/with/~1shelf", "'/replies/pack/shelf'");
    assertThat(violations()).containsExactly("/steps/0/undo/with/~1shelf undeclared-field");
  }

  @Test
  void anUndo_mayTakeItsOwnStepsReply_whereItNeedNot() {
    set("/steps/0/undo/with/~1shelf", "'/replies/pack/shelf'");
    assertThat(violations()).isEmpty();
    depot.command(
        "depot.unpack/1", "'parcel':" + Depot.ID + ",'shelf':{'type':'string'}", "'shelf'");
    assertThat(violations()).containsExactly("/steps/0/undo/with/~1shelf not-always-there");
  }

  @Test
  void whatIsSaidOfAnUndoneSaga_mayTakeReplies_whereItNeedNot() {
    set("/undone/0/with/~1step", "'/replies/pack/shelf'");
    assertThat(violations()).isEmpty();
    depot.command(
        "shop.reject/1", "'basket':" + Depot.ID + ",'weight':{'type':'integer'}", "'weight'");
    without("/undone/0/with/~1step").without("/undone/0/with/~1reason");
    set("/undone/0/with/~1weight", "'/replies/pack/weight'");
    assertThat(violations()).containsExactly("/undone/0/with/~1weight not-always-there");
  }

  @Test
  void aReason_isKnownOnlyOfWhatIsUndone() {
    set("/steps/1/with/~1note", "'/saga/reason'").set("/completed/0/with/~1fee", "'/saga/step'");
    assertThat(violations())
        .containsExactly("/completed/0/with/~1fee not-undone", "/steps/1/with/~1note not-undone");
  }

  @Test
  void theStepThatWasRefused_isNotAlwaysKnown() {
    set("/undone/0/with/~1reason", "'/saga/step'");
    assertThat(violations()).containsExactly("/undone/0/with/~1reason not-always-there");
  }

  @Test
  void aRequiredField_thatNothingFills_isNamed() {
    without("/steps/1/with/~1weight").without("/undone/0/with");
    assertThat(depot.violations(saga))
        .containsExactly(
            new Violation("/steps/1/with", "required", "nothing fills /weight"),
            new Violation("/undone/0/with", "required", "nothing fills /basket"),
            new Violation("/undone/0/with", "required", "nothing fills /reason"));
  }

  @Test
  void aFieldThatTheCommandDoesNotKnow_isRefused() {
    set("/steps/2/with/~1colour", "{'value':'red'}");
    assertThat(violations()).containsExactly("/steps/2/with/~1colour unknown-field");
  }

  @Test
  void twoSources_doNotFillOnePlace() {
    set("/steps/0/with/~1lines~10", "{'value':1}");
    assertThat(violations()).containsExactly("/steps/0/with/~1lines~10 inside-another");
  }

  @Test
  void aTypeThatDoesNotFit_isRefused_withADocumentThatShowsIt() {
    set("/steps/1/with/~1note", "'/replies/pack/weight'");
    assertThat(depot.violations(saga))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.pointer()).isEqualTo("/steps/1/with/~1note");
              assertThat(one.rule()).isEqualTo("does-not-fit");
              assertThat(one.says()).contains("\"note\":").contains("breaks type at '/note'");
            });
  }

  @Test
  void aConstantThatDoesNotFit_isRefusedToo() {
    set("/steps/1/with/~1weight", "{'value':-1}");
    assertThat(violations()).containsExactly("/steps/1/with/~1weight does-not-fit");
  }

  @Test
  void aBoundThatIsWider_doesNotFit() {
    depot.command(
        "till.charge/1",
        "'charge':"
            + Depot.ID
            + ",'weight':{'type':'integer','minimum':2},'note':{'type':'string'}",
        "'charge','weight'");
    assertThat(violations()).containsExactly("/steps/1/with/~1weight does-not-fit");
  }

  @Test
  void whatAnOpenDocumentMayCarryUnderANameOfTheCommands_isLookedAtToo() {
    depot.command(
        "depot.pack/1",
        "'parcel':"
            + Depot.ID
            + ",'lines':{'type':'array','minItems':1,'items':{'type':'object',"
            + "'additionalProperties':false,'properties':{'sku':{'type':'string'},"
            + "'quantity':{'type':'integer'},'gift':{'type':'boolean'}}}}",
        "'parcel','lines'");
    assertThat(violations()).containsExactly("/steps/0/with/~1lines does-not-fit");
  }

  @Test
  void whatIsNotProved_doesNotPass() {
    assertThat(depot.violations(saga, (from, to) -> Verdict.unknown("too deep")))
        .hasSize(7)
        .allSatisfy(one -> assertThat(one.rule()).isEqualTo("not-proved"))
        .allSatisfy(one -> assertThat(one.says()).endsWith("too deep"));
  }

  @Test
  void aSchemaThatNamesItself_isNotFollowed() {
    depot.add(
        "shop.paid/1",
        Kind.EVENT,
        List.of("sagas"),
        Depot.json("{'$id':'https://example.com/paid','type':'object'}"));
    assertThat(violations()).containsExactly("/begins not-proved");
  }
}
