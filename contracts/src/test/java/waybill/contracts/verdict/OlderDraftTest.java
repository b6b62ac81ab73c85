package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.Quoted.json;
import static waybill.contracts.verdict.JudgedChange.change;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories of schemas begin with older drafts: these are read as what they meant. */
class OlderDraftTest {
  private static final String DRAFT_4 = "'$schema':'http://json-schema.org/draft-04/schema#'";
  private static final String DRAFT_7 = "'$schema':'http://json-schema.org/draft-07/schema#'";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "'items':[{'type':'string'}],'additionalItems':false | {'prefixItems':[{'type':'string'}],'items':false}",
        "'items':{'type':'string'},'additionalItems':false | {'items':{'type':'string'}}",
        "'items':[] | {}",
        "'dependencies':{'a':['b'],'c':{'minProperties':2}} | {'dependentRequired':{'a':['b']},'dependentSchemas':{'c':{'minProperties':2}}}",
        "'$id':'#here' | {'$anchor':'here'}",
        "'$ref':'#/definitions/a','maxLength':3,'definitions':{'a':{}} | {'$ref':'#/definitions/a','definitions':{'a':{}}}",
        "'prefixItems':[false],'minContains':2 | {}",
        "'properties':{'items':{'items':[true]}} | {'properties':{'items':{'prefixItems':[true]}}}",
        "'const':{'items':[1],'$schema':'x'} | {'const':{'items':[1],'$schema':'x'}}",
      })
  void draft7_isSaidIn2020(String old, String today) {
    assertThat(OlderDraft.asOf2020(json("{" + DRAFT_7 + "," + old + "}"))).isEqualTo(json(today));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "'minimum':1,'exclusiveMinimum':true | {'exclusiveMinimum':1}",
        "'maximum':1,'exclusiveMaximum':false | {'maximum':1}",
        "'exclusiveMaximum':true | {}",
        "'id':'https://a.example/s' | {'$id':'https://a.example/s'}",
      })
  void draft4_isSaidIn2020(String old, String today) {
    assertThat(OlderDraft.asOf2020(json("{" + DRAFT_4 + "," + old + "}"))).isEqualTo(json(today));
  }

  @Test
  void schemaWithoutADialect_isTakenAsItIs() {
    var schema = json("{'items':[true],'dependencies':{}}");

    assertThat(OlderDraft.asOf2020(schema)).isSameAs(schema);
  }

  @Test
  void whatIsGiven_isNotChanged() {
    var schema = json("{" + DRAFT_7 + ",'items':[true]}");
    var before = schema.deepCopy();

    OlderDraft.asOf2020(schema);

    assertThat(schema).isEqualTo(before);
  }

  @Test
  void moveToANewerDraft_isJudgedByWhatItMeans() {
    String old =
        "{" + DRAFT_7 + ",'type':'array','items':[{'type':'string'}],'additionalItems':false}";
    change(old)
        .to("{'type':'array','prefixItems':[{'type':'string'}],'items':false}")
        .isCompatible();
    change(old)
        .to("{'type':'array','prefixItems':[{'type':'string'}],'maxItems':0}")
        .breaks("maxItems", "['']");
    change("{" + DRAFT_4 + ",'type':'number','minimum':0,'exclusiveMinimum':true}")
        .to("{'exclusiveMinimum':0}")
        .isCompatible();
  }
}
