package waybill.contracts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.SchemaCheck;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Meaning;

/** The search finds a value, or says that there is none, or that it does not know. */
class SearchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'allOf':[{'type':'number'},{'not':{'type':'integer'}},{'minimum':3},{'maximum':3.5}]}",
        "{'type':'string','allOf':[{'pattern':'^a'},{'not':{'pattern':'^ab?$'}}]}",
        "{'type':'object','minProperties':3,'propertyNames':{'maxLength':1}}",
        "{'type':'array','uniqueItems':true,'minItems':3,'items':{'enum':[1,2,3]}}",
        "{'type':'object','required':['a'],'additionalProperties':{'type':'object','required':['b']}}",
        "{'oneOf':[{'type':'integer'},{'type':'number','minimum':2}],'not':{'enum':[0,1]}}",
      })
  void whatIsFound_isValid(String schema) {
    Finding finding = search(json(schema));

    assertThat(finding).isInstanceOf(Finding.Found.class);
    assertThat(SchemaCheck.of(json(schema)).accepts(((Finding.Found) finding).value())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'integer','exclusiveMinimum':1,'exclusiveMaximum':2}",
        "{'type':'string','pattern':'^a$','minLength':2}",
        "{'type':'array','uniqueItems':true,'minItems':3,'items':{'type':'boolean'}}",
        "{'type':'object','required':['a','b'],'maxProperties':1}",
        "{'type':'object','required':['next'],'properties':{'next':{'$ref':'#'}}}",
        "{'type':'array','contains':{'const':1},'items':{'const':2}}",
        "{'type':'object','minProperties':2,'propertyNames':{'const':'a'}}",
      })
  void whereNoValueIs_thereIsNone(String schema) {
    assertThat(search(json(schema)).isNone()).isTrue();
  }

  @Test
  void whatIsNotUnderstood_isNeverSure() {
    assertThat(search(json("{'type':'string','pattern':'(a)\\\\1'}")).isSure()).isFalse();
  }

  @Test
  void budget_endsASearch() {
    Formulas formulas = new Formulas();
    Search search = new Search(formulas, new Budget(1));

    assertThatThrownBy(
            () ->
                search.find(
                    List.of(
                        Meaning.of(
                            json("{'type':'object','required':['a','b','c']}"), "", formulas))))
        .isInstanceOf(Budget.Spent.class);
  }

  private static Finding search(JsonNode schema) {
    Formulas formulas = new Formulas();
    return new Search(formulas, new Budget(100_000))
        .find(List.of(Meaning.of(schema, "", formulas)));
  }
}
