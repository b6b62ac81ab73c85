package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a violation says, over schemas of one keyword each. */
class CheckTest {
  private static final ContractId ID = ContractId.parse("test.subject/1");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{'properties':{'a':{'type':'string'}}} | {'a':1} | /a | type | must be a string",
        "{'properties':{'a':{'type':['integer','null']}}} | {'a':'x'} | /a | type | must be an integer or null",
        "{'required':['email']} | {} | /email | required | is required",
        "{'properties':{'a':{'required':['b']}}} | {'a':{}} | /a/b | required | is required",
        "{'dependentRequired':{'a':['b']}} | {'a':1} | /b | dependentRequired | is required",
        "{'additionalProperties':false} | {'x':1} | /x | additionalProperties | is not part of the contract",
        "{'unevaluatedProperties':false} | {'x':1} | /x | unevaluatedProperties | is not part of the contract",
        "{'propertyNames':{'pattern':'^a'}} | {'x':1} | /x | propertyNames | is not a name that the contract allows",
        "{'additionalProperties':false} | {'a/b~c':1} | /a~1b~0c | additionalProperties | is not part of the contract",
        "{'required':['a/b']} | {} | /a~1b | required | is required",
        "{'items':{'minimum':1}} | [1,0] | /1 | minimum | at least 1",
        "{'maximum':9.50} | 10 | '' | maximum | at most 9.50",
        "{'exclusiveMinimum':0} | 0 | '' | exclusiveMinimum | more than 0",
        "{'exclusiveMaximum':5} | 5 | '' | exclusiveMaximum | less than 5",
        "{'multipleOf':2} | 3 | '' | multipleOf | a multiple of 2",
        "{'enum':['a','b']} | 'secret' | '' | enum | one of a, b",
        "{'const':'ok'} | 'secret' | '' | const | must be ok",
        "{'pattern':'^a$'} | 'secret' | '' | pattern | must match ^a$",
        "{'minLength':2} | 'x' | '' | minLength | at least 2 characters",
        "{'maxLength':1} | 'secret' | '' | maxLength | at most 1 character",
        "{'minItems':1} | [] | '' | minItems | at least 1 item",
        "{'maxItems':2} | [1,2,3] | '' | maxItems | at most 2 items",
        "{'minProperties':1} | {} | '' | minProperties | at least 1 property",
        "{'maxProperties':0} | {'a':1} | '' | maxProperties | at most 0 properties",
        "{'uniqueItems':true} | [1,1] | '' | uniqueItems | must not repeat an item",
        "{'properties':{'a':false}} | {'a':'secret'} | /a | false | must not be here",
      })
  void aBrokenRule_isNamedWhereItIsAndInWords(
      String schema, String document, String pointer, String rule, String says) throws IOException {
    assertThat(check(quoted(schema), quoted(document)))
        .containsExactly(new Violation(pointer.replace("''", ""), rule, says));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{'not':{'type':'string'}} | 'secret'",
        "{'contains':{'const':1}} | ['secret']",
        "{'anyOf':[{'type':'integer'},{'maxLength':2}]} | 'secret'",
        "{'oneOf':[{'type':'string'},{'maxLength':9}]} | 'secret'",
        "{'prefixItems':[{'type':'integer'}],'items':false} | ['secret','secret']",
        "{'unevaluatedItems':false} | ['secret']",
        "{'if':{'type':'string'},'then':{'minLength':9}} | 'secret'",
        "{'dependentSchemas':{'a':{'required':['b']}}} | {'a':'secret'}",
      })
  void theValue_isNeverRepeated(String schema, String document) throws IOException {
    assertThat(check(quoted(schema), quoted(document)))
        .isNotEmpty()
        .allSatisfy(violation -> assertThat(violation.says()).doesNotContain("secret"));
  }

  @Test
  void violations_areSortedByPointerThenRule() throws IOException {
    String schema =
        "{'required':['b'],'properties':{'a':{'minLength':3,'pattern':'^x'}},"
            + "'additionalProperties':false}";
    assertThat(check(quoted(schema), quoted("{'a':'y','0':1}")))
        .extracting(violation -> violation.pointer() + " " + violation.rule())
        .containsExactly("/0 additionalProperties", "/a minLength", "/a pattern", "/b required");
  }

  @Test
  void violations_areNoMoreThan50() throws IOException {
    assertThat(check(quoted("{'items':{'type':'string'}}"), "[" + "1,".repeat(999) + "1]"))
        .hasSize(50);
  }

  @Test
  void aPointerTooLongToShow_namesAnAncestor() throws IOException {
    String document = quoted("{'a':{'" + "n".repeat(2000) + "':1}}");
    assertThat(check(quoted("{'properties':{'a':{'additionalProperties':false}}}"), document))
        .extracting(Violation::pointer)
        .containsExactly("/a");
  }

  @Test
  void aPatternsEnd_isTheEndOfTheText() throws IOException {
    assertThat(check(quoted("{'pattern':'^[a-z]+$'}"), quoted("'abc\\n'"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e2", "100"})
  void aNumberWithoutAFraction_isAnInteger(String number) throws IOException {
    assertThat(check(quoted("{'type':'integer'}"), number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e-999", "1.5e999"})
  void theLargestExponent_isJudgedAtOnce(String number) throws IOException {
    String schema = "{'type':'integer','minimum':1,'maximum':9,'enum':[1],'multipleOf':1}";
    assertThat(check(quoted(schema), number)).isNotEmpty();
  }

  @Test
  void format_isAnAnnotation() throws IOException {
    assertThat(check(quoted("{'format':'email'}"), quoted("'no email'"))).isEmpty();
  }

  @Test
  void words_doNotDependOnTheMachine() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(check(quoted("{'contains':{'const':1}}"), "[]"))
          .extracting(Violation::says)
          .singleElement()
          .asString()
          .startsWith("must contain at least");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/schema.json",
        "https://json-schema.org/draft/2020-12/meta/core",
        "classpath:catalog/users.user/v1/schema.json",
        "file:///etc/hostname",
        "waybill:test.missing/1",
        "waybill:../1",
        "other.json"
      })
  void aReferenceOutOfTheCatalog_isRefused(String reference) throws IOException {
    String schema = "{'properties':{'a':{'$ref':'" + reference + "'}}}";
    assertThatThrownBy(() -> check(quoted(schema), "{}")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aReferenceIntoTheCatalog_isFollowed_partsOfSchemasToo() throws IOException {
    write(
        "test.part",
        quoted("{'$defs':{'n':{'minimum':1}},'properties':{'a':{'$ref':'#/$defs/n'}}}"));
    String schema =
        "{'properties':{'p':{'$ref':'waybill:test.part/1'},"
            + "'n':{'$ref':'waybill:test.part/1#/$defs/n'}}}";
    assertThat(check(quoted(schema), quoted("{'p':{'a':0},'n':0}")))
        .extracting(Violation::pointer)
        .containsExactly("/n", "/p/a");
  }

  @Test
  void aContractThatIsNotThere_isUnknown() {
    Catalog catalog = Catalog.at(folder);
    assertThat(catalog.has(ID)).isFalse();
    Stream<ThrowingCallable> asks =
        Stream.of(
            () -> catalog.check(ID, Json.object()),
            () -> catalog.schema(ID),
            () -> catalog.definition("test.subject"),
            () -> catalog.definition("../../secret"));
    asks.forEach(ask -> assertThatThrownBy(ask).isInstanceOf(UnknownContract.class));
  }

  private List<Violation> check(String schema, String document) throws IOException {
    write(ID.name(), schema);
    return Catalog.at(folder).check(ID, Json.parse(document));
  }

  private void write(String name, String schema) throws IOException {
    Path file = folder.resolve(name + "/v1/schema.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, schema);
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
