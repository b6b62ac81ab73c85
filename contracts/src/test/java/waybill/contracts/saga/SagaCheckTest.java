package waybill.contracts.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Kind;

/**
 * What is wrong with a definition's contracts and steps: one rule after the other, each broken
 * once.
 */
class SagaCheckTest extends Writing {

  @Test
  void aSagaThatCanWork_hasNoViolation() {
    assertThat(depot.violations(saga)).isEmpty();
  }

  @Test
  void whatBreaksTheDocumentsOwnContract_isSaidFirst() {
    set("/steps/0/done", "[]").set("/begins", "'shop.unheard-of/1'");
    assertThat(violations()).containsExactly("/steps/0/done minItems");
  }

  @Test
  void anUnknownContract_isNamedWhereItStands() {
    set("/begins", "'shop.none/1'")
        .set("/cancels", "'shop.none/1'")
        .set("/steps/0/done", "['depot.none/1']")
        .set("/steps/2/command", "'depot.none/1'")
        .set("/steps/0/undo/command", "'depot.packed/9'")
        .set("/undone/0/command", "'shop.none/1'");
    assertThat(violations())
        .containsExactly(
            "/begins unknown-contract",
            "/cancels unknown-contract",
            "/steps/0/done unknown-contract",
            "/steps/0/undo/command unknown-contract",
            "/steps/2/command unknown-contract",
            "/undone/0/command unknown-contract");
  }

  @Test
  void aSaga_isBegunAndCancelledByEventsOrCommands() {
    set("/begins", "'depot.packed/1'").set("/cancels", "'depot.packed/1'");
    assertThat(violations()).contains("/begins wrong-kind", "/cancels wrong-kind");
  }

  @Test
  void whatIsAsked_isACommand_andWhatAnswers_aReply() {
    set("/steps/2/command", "'depot.sent/1'").set("/steps/2/done", "['depot.send/1']");
    assertThat(violations()).contains("/steps/2/command wrong-kind", "/steps/2/done wrong-kind");
  }

  @Test
  void whatSagasMayNotReadOrSend_isNotUsed() {
    JsonNode any = Depot.json("{'type':'object'}");
    depot.add("shop.secret/1", Kind.EVENT, List.of("orders"), any);
    depot.add("depot.secret/1", Kind.REPLY, List.of("orders"), any);
    depot.add("depot.own/1", Kind.COMMAND, List.of("shop"), List.of(), any);
    set("/cancels", "'shop.secret/1'")
        .set("/steps/2/done", "['depot.secret/1']")
        .set("/steps/2/command", "'depot.own/1'");
    assertThat(violations())
        .containsExactly(
            "/cancels not-a-reader", "/steps/2/command not-a-sender", "/steps/2/done not-a-reader");
  }

  /** What two say has no order: the cancel might come first, and would be lost. */
  @Test
  void whatCancels_isSaidByWhoeverSaysWhatBegins_andByNobodyElse() {
    JsonNode any = Depot.json("{'type':'object'}");
    depot.add("till.closed/1", Kind.EVENT, List.of("sagas"), any);
    depot.add("shop.stop/1", Kind.COMMAND, List.of("shop", "till"), List.of("sagas"), any);
    depot.add("till.stop/1", Kind.COMMAND, List.of("shop"), List.of("sagas"), any);

    set("/cancels", "'till.closed/1'");
    assertThat(violations()).containsExactly("/cancels another-sender");
    set("/cancels", "'shop.stop/1'");
    assertThat(violations()).containsExactly("/cancels another-sender");
    set("/cancels", "'till.stop/1'");
    assertThat(violations()).isEmpty();
  }

  @Test
  void whoAnswers_isWhoWasAsked() {
    set("/steps/0/refused", "['till.not-charged/1']");
    assertThat(violations()).containsExactly("/steps/0/refused another-owner");
  }

  @Test
  void aReply_doesNotMeanBoth() {
    set("/steps/0/refused", "['depot.packed/1']");
    assertThat(violations()).containsExactly("/steps/0/refused done-and-refused");
  }

  /** Of a third version nobody could say what it means. */
  @Test
  void twoVersionsOfAReply_doNotMeanBoth() {
    depot.reply("depot.packed/2", "'weight':{'type':'integer','minimum':1}", "'weight'");
    set("/steps/0/refused", "['depot.packed/2']");
    assertThat(violations()).containsExactly("/steps/0/refused done-and-refused");
  }

  @Test
  void twoSteps_haveTwoNames() {
    set("/steps/2/name", "'pack'");
    assertThat(violations()).containsExactly("/steps/2/name same-name");
  }

  @Test
  void aStepBeforeOneThatMayBeRefused_needsAnUndo() {
    without("/steps/0/undo");
    assertThat(violations()).containsExactly("/steps/0 no-undo");
  }

  @Test
  void aStepBesideOneThatMayBeRefused_needsAnUndoToo() {
    set("/steps/1/with/~1weight", "{'value':1}");
    JsonNode both = Depot.json("{'together':[]}");
    ((ArrayNode) both.path("together")).add(saga.at("/steps/0")).add(saga.at("/steps/1"));
    ((ArrayNode) saga.path("steps")).remove(0);
    ((ArrayNode) saga.path("steps")).set(0, both);
    assertThat(violations()).isEmpty();
    without("/steps/0/together/1/undo");
    assertThat(violations()).containsExactly("/steps/0/together/1 no-undo");
  }

  @Test
  void theLastThatMayBeRefused_needsNone() {
    without("/steps/1/undo");
    assertThat(violations()).isEmpty();
  }

  @Test
  void timeouts_haveBounds() {
    set("/steps/0/timeout", "'PT0S'").set("/steps/0/undo/timeout", "'P31D'");
    assertThat(violations())
        .containsExactly("/steps/0/timeout timeout", "/steps/0/undo/timeout timeout");
  }

  @Test
  void allOfItTogether_hasABoundToo() {
    set("/steps/0/timeout", "'P30D'").set("/steps/0/attempts", "13");
    assertThat(violations()).containsExactly("/steps too-long");
  }

  @Test
  void moreThanTwentySteps_areTooMany() {
    JsonNode stage = Depot.json("{'together':[]}");
    for (int i = 0; i < 18; i++) {
      ObjectNode step = saga.at("/steps/2").deepCopy();
      ((ArrayNode) stage.path("together")).add(step.put("name", "send-" + i));
    }
    ((ArrayNode) saga.path("steps")).add(stage);
    assertThat(violations()).containsExactly("/steps too-many-steps");
  }
}
