package waybill.contracts.verdict;

import static waybill.contracts.verdict.JudgedChange.change;

import org.junit.jupiter.api.Test;

/** What checkers get wrong about objects. */
class ObjectTrapsTest {

  @Test
  void requiringAPropertyThatIsNotDeclared_breaks() {
    change("{'properties':{'a':{}}}")
        .to("{'properties':{'a':{}},'required':['b']}")
        .breaks("required", "{}");
    change("{'required':['a','b']}").to("{'required':['b']}").isCompatible();
  }

  @Test
  void defaultOfARequiredProperty_fillsNothingIn() {
    change("{'type':'object'}")
        .to("{'type':'object','properties':{'a':{'default':1}},'required':['a']}")
        .breaks("required", "{}");
    change("{'properties':{'a':{'default':1}}}")
        .to("{'properties':{'a':{'default':2}}}")
        .isCompatible();
  }

  @Test
  void patternProperties_speakOfDeclaredPropertiesToo() {
    change("{'type':'object','properties':{'ab':{'type':'string'}},'additionalProperties':false}")
        .to("{'patternProperties':{'^a':{'type':'integer'}}}")
        .breaks("type", "{'ab':''}");
    change("{'properties':{'ab':{'type':'integer'}},'additionalProperties':false}")
        .to("{'patternProperties':{'^a':{'type':'number'}}}")
        .isCompatible();
  }

  @Test
  void patternProperties_takeNamesOutOfAdditionalProperties() {
    String old = "{'patternProperties':{'^[ab]$':{'type':'integer'}},'additionalProperties':false}";
    change(old)
        .to(
            "{'properties':{'a':{'type':'integer'}},'patternProperties':{'^b$':{'type':'integer'}},'additionalProperties':false}")
        .isCompatible();
    change(old)
        .to("{'patternProperties':{'^a$':{'type':'integer'}},'additionalProperties':false}")
        .breaks("additionalProperties", "{'b':0}");
  }

  @Test
  void propertyNames_speakOfEveryName() {
    change("{'properties':{'abc':{}}}")
        .to("{'propertyNames':{'maxLength':2}}")
        .breaks("propertyNames");
    change("{'type':'object','properties':{'ab':{}},'additionalProperties':false}")
        .to("{'propertyNames':{'maxLength':2}}")
        .isCompatible();
    change("{'propertyNames':{'enum':['a','b']}}").to("{'maxProperties':2}").isCompatible();
    change("{'propertyNames':{'enum':['a','b']}}")
        .to("{'maxProperties':1}")
        .breaks("maxProperties");
  }

  @Test
  void additionalProperties_isOpenUnlessClosed() {
    change("{'properties':{'a':{}}}")
        .to("{'properties':{'a':{}},'additionalProperties':false}")
        .breaks("additionalProperties");
    change("{'properties':{'a':{}},'additionalProperties':false}")
        .to("{'properties':{'a':{}}}")
        .isCompatible();
    change("{'additionalProperties':{'type':'integer'}}")
        .to("{'additionalProperties':{'type':'string'}}")
        .breaks("type");
  }

  @Test
  void optionalPropertyAddedToAnOpenObject_breaksWhoSentSomethingElseUnderItsName() {
    change("{'type':'object','properties':{'a':{'type':'string'}}}")
        .to("{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}}}")
        .breaks("type");
    change("{'type':'object'}").to("{'type':'object','properties':{'b':{}}}").isCompatible();
  }

  @Test
  void optionalPropertyAddedToAClosedObject_isCompatible() {
    change("{'properties':{'a':{}},'additionalProperties':false}")
        .to("{'properties':{'a':{},'b':{'type':'string'}},'additionalProperties':false}")
        .isCompatible();
  }

  @Test
  void propertyTakenFromAnOpenObject_isCompatible_fromAClosedOneItBreaks() {
    change("{'properties':{'a':{'type':'string'},'b':{'type':'string'}}}")
        .to("{'properties':{'a':{'type':'string'}}}")
        .isCompatible();
    change("{'properties':{'a':{},'b':{}},'additionalProperties':false}")
        .to("{'properties':{'a':{}},'additionalProperties':false}")
        .breaks("additionalProperties", "{'b':''}");
  }

  @Test
  void closedAndRequired_witnessHasWhatIsRequired() {
    change(
            "{'type':'object','properties':{'id':{'type':'string','pattern':'^[0-9]{4}$'},'n':{'type':'integer'}},'required':['id'],'additionalProperties':false}")
        .to(
            "{'type':'object','properties':{'id':{'type':'string'},'n':{'type':'integer','maximum':9}}}")
        .breaks("maximum", "{'id':'0000','n':10}");
  }

  @Test
  void unevaluatedProperties_seesThroughAllOf_whereAdditionalPropertiesDoesNot() {
    String both = "{'type':'object','properties':{'a':{},'b':{}},'additionalProperties':false}";
    change(both)
        .to(
            "{'allOf':[{'properties':{'a':{}}},{'properties':{'b':{}}}],'unevaluatedProperties':false}")
        .isCompatible();
    change(both)
        .to(
            "{'allOf':[{'properties':{'a':{}}},{'properties':{'b':{}}}],'additionalProperties':false}")
        .breaks("additionalProperties");
    change(both)
        .to("{'allOf':[{'properties':{'a':{}}}],'unevaluatedProperties':false}")
        .breaks("unevaluatedProperties", "{'b':''}");
  }

  @Test
  void unevaluatedProperties_countsOnlyBranchesThatHold() {
    String branches =
        "{'type':'object','anyOf':[{'properties':{'a':{'type':'integer'}},'required':['a']},{'properties':{'b':{}}}],'unevaluatedProperties':false}";
    change("{'type':'object','properties':{'a':{'type':'integer'}},'additionalProperties':false}")
        .to(branches)
        .isCompatible();
    change("{'type':'object','properties':{'a':{}},'additionalProperties':false}")
        .to(branches)
        .breaks("unevaluatedProperties", "{'a':''}");
  }

  @Test
  void dependentRequired_asksOnlyWhereTheNameIsThere() {
    change("{'type':'object'}")
        .to("{'dependentRequired':{'a':['b']}}")
        .breaks("dependentRequired", "{'a':''}");
    change("{'required':['b']}").to("{'dependentRequired':{'a':['b']}}").isCompatible();
  }

  @Test
  void dependentSchemas_speakOfTheWholeObject() {
    change("{'properties':{'b':{'type':'integer'}}}")
        .to("{'dependentSchemas':{'a':{'properties':{'b':{'type':'integer'}}}}}")
        .isCompatible();
    change("{'type':'object'}")
        .to("{'dependentSchemas':{'a':{'maxProperties':1}}}")
        .breaks("dependentSchemas");
  }

  @Test
  void requirementThatNothingCanMeet_takesNothing() {
    change("{'type':'object','properties':{'a':false},'required':['a']}")
        .to("false")
        .isCompatible();
    change("{'type':'object','properties':{'a':false}}")
        .to("{'not':{'required':['b']}}")
        .breaks("not");
  }
}
