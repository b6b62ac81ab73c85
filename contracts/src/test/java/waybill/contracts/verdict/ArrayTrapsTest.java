package waybill.contracts.verdict;

import static waybill.contracts.verdict.JudgedChange.change;

import org.junit.jupiter.api.Test;

/** What checkers get wrong about arrays. */
class ArrayTrapsTest {

  @Test
  void contains_asksForOneItem() {
    change("{'type':'array'}").to("{'contains':{'type':'string'}}").breaks("contains", "[]");
    change("{'type':'array','items':{'type':'string'},'minItems':1}")
        .to("{'contains':{'type':'string'}}")
        .isCompatible();
    change("{'type':'array','contains':{'const':1}}").to("{'minItems':1}").isCompatible();
  }

  @Test
  void minContains_countsAndMayBeNone() {
    change("{'type':'array'}").to("{'contains':{'const':1},'minContains':0}").isCompatible();
    change("{'type':'array','contains':{'const':1}}")
        .to("{'contains':{'const':1},'minContains':2}")
        .breaks("contains", "[1]");
    change("{'type':'array','contains':{'const':1},'minContains':2}")
        .to("{'contains':{'type':'integer'}}")
        .isCompatible();
  }

  @Test
  void maxContains_countsOnlyWhatMatches() {
    change("{'type':'array','maxItems':1}")
        .to("{'contains':{'const':1},'minContains':0,'maxContains':1}")
        .isCompatible();
    change("{'type':'array','maxItems':2}")
        .to("{'contains':{'const':1},'minContains':0,'maxContains':1}")
        .breaks("contains", "[1,1]");
  }

  @Test
  void uniqueItemsOfFewValues_areFew() {
    change("{'type':'array','items':{'enum':[1,2]},'uniqueItems':true}")
        .to("{'maxItems':2}")
        .isCompatible();
    change("{'type':'array','items':{'type':'boolean'},'uniqueItems':true}")
        .to("{'maxItems':1}")
        .breaks("maxItems");
    change("{'type':'array','items':{'const':1},'minItems':2,'uniqueItems':true}")
        .to("false")
        .isCompatible();
    change("{'type':'array','maxItems':1}").to("{'uniqueItems':true}").isCompatible();
  }

  @Test
  void prefixItems_asksOnlyOfItemsThatAreThere() {
    change("{'type':'array','items':{'type':'integer'}}")
        .to("{'prefixItems':[{'type':'integer'},{'type':'number'}]}")
        .isCompatible();
    change("{'type':'array'}").to("{'prefixItems':[{'type':'integer'}]}").breaks("type", "['']");
    change("{'type':'array','prefixItems':[true],'items':false}")
        .to("{'maxItems':1}")
        .isCompatible();
  }

  @Test
  void items_speaksOfWhatFollowsPrefixItems() {
    change("{'type':'array','prefixItems':[{'type':'string'}],'items':{'type':'integer'}}")
        .to("{'items':{'type':['string','integer']}}")
        .isCompatible();
    change("{'type':'array','items':{'type':['string','integer']}}")
        .to("{'prefixItems':[{'type':'string'}],'items':{'type':'integer'}}")
        .breaks("type");
  }

  @Test
  void unevaluatedItems_seesThroughAllOf() {
    change("{'type':'array','maxItems':1}")
        .to("{'allOf':[{'prefixItems':[true]}],'unevaluatedItems':false}")
        .isCompatible();
    change("{'type':'array','maxItems':2}")
        .to("{'allOf':[{'prefixItems':[true]}],'unevaluatedItems':false}")
        .breaks("unevaluatedItems", "['','']");
  }
}
