package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static waybill.contracts.Quoted.json;

import org.junit.jupiter.api.Test;

/** The witnesses of the sample; {@link VerdictsFuzzTest} looks at more of them. */
class WitnessTest {

  @Test
  void everyBreakOfTheSample_isShown_andHasNothingInItThatCouldBeLeftOut() {
    for (SamplePair.Judgement each : SamplePair.judged()) {
      WitnessRules rules =
          new WitnessRules(each.pair().id(), each.pair().oldSchema(), each.pair().newSchema());
      each.verdict().breaks().forEach(rules::check);
    }
  }

  @Test
  void severalBreaks_areEachNamedWithTheirRule() {
    Verdict verdict =
        Verdicts.standard()
            .between(
                json("{'properties':{'a':{'type':'integer'},'b':{'maxLength':5}}}"),
                json(
                    "{'properties':{'a':{'type':'integer','minimum':0},'b':{'maxLength':4},"
                        + "'c':{'type':'string'}}}"));

    assertThat(verdict.breaks())
        .extracting(Break::newPointer)
        .containsExactlyInAnyOrder(
            "/properties/a/minimum", "/properties/b/maxLength", "/properties/c/type");
  }

  @Test
  void ruleThatIsNew_pointsToWhatStoodAtItsPlace() {
    Verdict verdict =
        Verdicts.standard()
            .between(
                json("{'properties':{'a':{'type':'integer'}}}"),
                json("{'properties':{'a':{'type':'integer','minimum':0}}}"));

    assertThat(verdict.breaks())
        .containsExactly(
            new Break("minimum", "/properties/a", "/properties/a/minimum", json("{'a':-1}")));
  }

  @Test
  void ruleBehindAReference_isNamedWhereItStands() {
    Verdict verdict =
        Verdicts.standard()
            .between(
                json("{'$ref':'#/$defs/name','$defs':{'name':{'maxLength':3}}}"),
                json("{'$ref':'#/$defs/name','$defs':{'name':{'maxLength':2}}}"));

    assertThat(verdict.breaks())
        .extracting(Break::keyword, Break::oldPointer, Break::newPointer)
        .containsExactly(tuple("maxLength", "/$defs/name/maxLength", "/$defs/name/maxLength"));
  }

  @Test
  void ruleOfAPlaceThatIsNew_hasNoOldPointer() {
    Verdict verdict =
        Verdicts.standard()
            .between(json("{'type':'object'}"), json("{'properties':{'a':{'type':'string'}}}"));

    assertThat(verdict.breaks()).extracting(Break::oldPointer).containsOnlyNulls();
  }
}
