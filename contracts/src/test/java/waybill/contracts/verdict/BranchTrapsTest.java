package waybill.contracts.verdict;

import static waybill.contracts.verdict.JudgedChange.change;

import org.junit.jupiter.api.Test;

/** What checkers get wrong about branches, conditions and references. */
class BranchTrapsTest {
  private static final String TREE =
      "{'$ref':'#/$defs/node','$defs':{'node':{'type':'object','properties':{'leaf':%s,"
          + "'below':{'type':'array','items':{'$ref':'#/$defs/node'}}},'required':['leaf'],"
          + "'additionalProperties':false}}}";

  @Test
  void branchesOfOneOfThatComeToOverlap_break() {
    change("{'oneOf':[{'type':'integer'},{'type':'string'}]}")
        .to("{'oneOf':[{'type':'integer'},{'type':['string','number']}]}")
        .breaks("oneOf", "0");
    change("{'oneOf':[{'type':'integer'},{'type':'string'}]}")
        .to("{'oneOf':[{'type':'number'},{'type':'string'}]}")
        .isCompatible();
    change("{'oneOf':[{'type':'integer','maximum':5},{'type':'integer','minimum':4}]}")
        .to("{'anyOf':[{'maximum':3},{'minimum':6}]}")
        .isCompatible();
  }

  @Test
  void branchesMergedIntoOne_areCompatibleOnlyIfNothingIsLost() {
    String branches =
        "{'anyOf':[{'type':'integer','minimum':0,'maximum':5},{'type':'integer','minimum':5,'maximum':9}]}";
    change(branches).to("{'type':'integer','minimum':0,'maximum':9}").isCompatible();
    change("{'type':'integer','minimum':0,'maximum':9}").to(branches).isCompatible();
    change("{'type':'integer','minimum':0,'maximum':10}").to(branches).breaks("anyOf", "10");
  }

  @Test
  void valueOfOneFieldThatDecidesAboutAnother_isFollowed() {
    String old =
        "{'type':'object','properties':{'kind':{'enum':['a','b']}},'required':['kind'],"
            + "'if':{'properties':{'kind':{'const':'a'}}},'then':{'required':['x']}}";
    change(old)
        .to("{'anyOf':[{'properties':{'kind':{'const':'b'}}},{'required':['x']}]}")
        .isCompatible();
    change(old).to("{'required':['x']}").breaks("required", "{'kind':'b'}");
  }

  @Test
  void thenWithoutIf_saysNothing() {
    change("true").to("{'then':false,'else':false}").isCompatible();
    change("true").to("{'if':{'type':'string'},'else':false}").breaks("false");
    change("{'type':'string'}").to("{'if':{'type':'string'},'else':false}").isCompatible();
  }

  @Test
  void not_turnsRoundWhatIsWiderAndNarrower() {
    change("{'not':{'type':'number'}}").to("{'not':{'type':'integer'}}").isCompatible();
    change("{'not':{'type':'integer'}}").to("{'not':{'type':'number'}}").breaks("not", "0.5");
  }

  @Test
  void treeThatStaysAsItIs_isCompatible() {
    String integers = TREE.formatted("{'type':'integer'}");
    change(integers).to(integers.replace("node", "branch")).isCompatible();
    change(integers).to(TREE.formatted("{'type':'number'}")).isCompatible();
  }

  @Test
  void treeWhoseLeafChanges_breaksAtTheLeaf() {
    change(TREE.formatted("{'type':'number'}"))
        .to(TREE.formatted("{'type':'integer'}"))
        .breaks("type", "{'leaf':0.5}");
  }

  @Test
  void leafThatChangesBelowTheTopAlone_breaksWithATreeOfTwo() {
    change(TREE.formatted("{'type':'integer'}"))
        .to(
            TREE.formatted("{'type':'integer'}")
                .replace("'items':{'$ref':'#/$defs/node'}", "'items':{'required':['x']}"))
        .breaks("required", "{'leaf':0,'below':[{'leaf':0}]}");
  }

  @Test
  void listThatCannotEnd_takesNothing() {
    change("{'type':'object','properties':{'next':{'$ref':'#'}},'required':['next']}")
        .to("{'const':1}")
        .isCompatible();
  }

  @Test
  void siblingsOfARef_countToo() {
    change("{'$ref':'#/$defs/s','$defs':{'s':{'type':'string'}}}")
        .to("{'$ref':'#/$defs/s','maxLength':2,'$defs':{'s':{'type':'string'}}}")
        .breaks("maxLength");
  }

  @Test
  void dynamicRef_isReadAsAPlainOneWhereItCannotDiffer() {
    String old = "{'$dynamicAnchor':'n','type':'object','properties':{'c':{'$dynamicRef':'#n'}}}";
    change(old).to("{'type':'object','properties':{'c':{'type':'object'}}}").isCompatible();
    change("{'type':'object'}").to(old).breaks("$dynamicRef", "{'c':''}");
  }

  @Test
  void dynamicRefThatDependsOnTheWay_isNotUnderstood() {
    change(
            "{'$id':'https://a.example/r','$ref':'list','$defs':{'x':{'$dynamicAnchor':'n','type':'string'},"
                + "'list':{'$id':'list','items':{'$dynamicRef':'#n'},'$defs':{'y':{'$dynamicAnchor':'n'}}}}}")
        .to("{'items':{'type':'string','minLength':0}}")
        .isUnknownBecause("$dynamicRef");
  }

  @Test
  void unknownKeyword_saysNothing() {
    change("true")
        .to("{'x-owner':'orders','title':'t','deprecated':true,'readOnly':true}")
        .isCompatible();
  }
}
