package waybill.contracts.verdict;

import static waybill.contracts.verdict.JudgedChange.change;

import org.junit.jupiter.api.Test;

/** What checkers get wrong about types, values, numbers and texts. */
class ValueTrapsTest {

  @Test
  void exclusiveMaximum_boundsWithoutMaximum() {
    change("{'type':'integer','maximum':9}").to("{'exclusiveMaximum':10}").isCompatible();
    change("{'type':'number','maximum':10}")
        .to("{'exclusiveMaximum':10}")
        .breaks("exclusiveMaximum", "10");
    change("{'type':'number','exclusiveMaximum':10}").to("{'maximum':10}").isCompatible();
  }

  @Test
  void boundsOfIntegers_areTheSameWhetherTheyCountOrNot() {
    change("{'type':'integer','exclusiveMinimum':0}")
        .to("{'type':'integer','minimum':1}")
        .isCompatible();
    change("{'type':'integer','minimum':1}")
        .to("{'type':'integer','exclusiveMinimum':0}")
        .isCompatible();
    change("{'type':'number','exclusiveMinimum':0}").to("{'minimum':1}").breaks("minimum", "0.5");
    change("{'type':'integer','minimum':0.5}").to("{'minimum':1}").isCompatible();
  }

  @Test
  void numberWithoutAFraction_isAnInteger() {
    change("{'const':1.0}").to("{'type':'integer'}").isCompatible();
    change("{'type':'number','multipleOf':1}").to("{'type':'integer'}").isCompatible();
    change("{'type':'number'}").to("{'type':'integer'}").breaks("type", "0.5");
  }

  @Test
  void wideningOfAType_isCompatible_narrowingBreaks() {
    change("{'type':'integer'}").to("{'type':'number'}").isCompatible();
    change("{'type':'string'}").to("{'type':['string','null']}").isCompatible();
    change("{'type':['string','null']}").to("{'type':'string'}").breaks("type", "null");
  }

  @Test
  void enumConstAndType_areComparedAsSetsOfValues() {
    change("{'enum':['a','b']}").to("{'type':'string'}").isCompatible();
    change("{'const':'a'}").to("{'enum':['a','b']}").isCompatible();
    change("{'enum':['a']}").to("{'const':'a'}").isCompatible();
    change("{'type':'boolean'}").to("{'enum':[true,false]}").isCompatible();
    change("{'type':'null'}").to("{'const':null}").isCompatible();
    change("{'enum':['a',1]}").to("{'type':'string'}").breaks("type", "1");
    change("{'type':'string'}").to("{'enum':['a','b']}").breaks("enum");
    change("{'type':'integer','minimum':1,'maximum':3}").to("{'enum':[3,2,1]}").isCompatible();
  }

  @Test
  void multiplesOfFour_areMultiplesOfTwo_andNotTheOtherWay() {
    change("{'type':'integer','multipleOf':4}").to("{'multipleOf':2}").isCompatible();
    change("{'type':'integer','multipleOf':2}").to("{'multipleOf':4}").breaks("multipleOf", "2");
    change("{'allOf':[{'multipleOf':4},{'multipleOf':6}]}").to("{'multipleOf':12}").isCompatible();
  }

  @Test
  void format_saysNothing() {
    change("{'type':'string'}").to("{'type':'string','format':'email'}").isCompatible();
    change("{'format':'date'}").to("{'format':'uuid'}").isCompatible();
    change("{'type':'string','format':'date'}").to("{'maxLength':10}").breaks("maxLength");
  }

  @Test
  void lengths_areOfCodePoints() {
    change("{'type':'string','pattern':'^.{2}$'}")
        .to("{'minLength':2,'maxLength':2}")
        .isCompatible();
    change("{'const':'\\uD83D\\uDE00'}").to("{'maxLength':1}").isCompatible();
  }

  @Test
  void expressions_areComparedByWhatTheyTake() {
    change("{'type':'string','pattern':'^(a|ab)(c|bcd)$'}").to("{'pattern':'^a'}").isCompatible();
    change("{'type':'string','pattern':'^[0-9]+$'}").to("{'pattern':'\\\\d'}").isCompatible();
    change("{'type':'string','pattern':'^a'}").to("{'pattern':'a$'}").breaks("pattern", "'ab'");
  }

  @Test
  void lookingAheadFromTheStart_isUnderstood() {
    change("{'type':'string','pattern':'^(?!x)[a-z]+$'}")
        .to("{'pattern':'^[a-wyz]'}")
        .isCompatible();
    change("{'type':'string','pattern':'^[a-z]+$'}")
        .to("{'pattern':'^(?!x)[a-z]+$'}")
        .breaks("pattern", "'x'");
    change("{'type':'string','pattern':'^(?=.*[0-9]).{8}$'}")
        .to("{'pattern':'[0-9]'}")
        .isCompatible();
  }

  @Test
  void expressionThatNoMachineFollows_isNotTakenForUnderstood() {
    change("{'type':'string','pattern':'^(a*)b\\\\1$'}")
        .to("{'pattern':'b'}")
        .isUnknownBecause("a reference back");
  }
}
