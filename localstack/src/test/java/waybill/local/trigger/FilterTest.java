package waybill.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":["x"]}                           | {"a":"x"}        | true
          {"a":["x","y"]}                       | {"a":"y"}        | true
          {"a":["x"]}                           | {"a":"y"}        | false
          {"a":["x"]}                           | {}               | false
          {"a":[1]}                             | {"a":1.0}        | true
          {"a":[1]}                             | {"a":"1"}        | false
          {"a":[null]}                          | {"a":null}       | true
          {"a":[true]}                          | {"a":true}       | true
          {"a":{"b":["x"]},"c":["z"]}           | {"a":{"b":"x"},"c":"z"} | true
          {"a":{"b":["x"]},"c":["z"]}           | {"a":{"b":"x"}}  | false
          {"a":["x"]}                           | {"a":["w","x"]}  | true
          {"a":[{"exists":true}]}               | {"a":"x"}        | true
          {"a":[{"exists":true}]}               | {"a":{"b":"x"}}  | false
          {"a":[{"exists":false}]}              | {}               | true
          {"a":[{"exists":false}]}              | {"a":"x"}        | false
          {"a":[{"prefix":"or"}]}               | {"a":"orders"}   | true
          {"a":[{"prefix":"or"}]}               | {"a":"users"}    | false
          {"a":[{"anything-but":["x","y"]}]}    | {"a":"z"}        | true
          {"a":[{"anything-but":["x","y"]}]}    | {"a":"y"}        | false
          {"a":[{"anything-but":"x"}]}          | {}               | false
          {"a":[{"anything-but":{"prefix":"x"}}]} | {"a":"xy"}     | false
          {"a":[{"numeric":[">",0,"<=",5]}]}    | {"a":5}          | true
          {"a":[{"numeric":[">",0,"<=",5]}]}    | {"a":0}          | false
          {"a":[{"numeric":["=",3]}]}           | {"a":"3"}        | false
          {"a":[{"suffix":".fifo"}]}            | {"a":"q.fifo"}   | true
          {"a":[{"equals-ignore-case":"AB"}]}   | {"a":"ab"}       | true
          """)
  void patternDecides(String pattern, String event, boolean matches)
      throws JsonProcessingException {
    var filter = Filter.anyOf("Fn.Events.In.FilterCriteria", List.of(pattern));
    assertThat(filter.matches(JSON.readTree(event))).isEqualTo(matches);
  }

  @Test
  void anyOfSeveralPatternsIsEnough() throws JsonProcessingException {
    var filter = Filter.anyOf("", List.of("{\"a\":[1]}", "{\"b\":[2]}"));
    assertThat(filter.matches(JSON.readTree("{\"b\":2}"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}",
        "{\"$or\":[{\"a\":[1]}]}",
        "{\"a\":[{\"numeric\":[\"!=\",1]}]}",
        "{\"a\":\"x\"}",
        "{}",
        "x"
      })
  void patternThatIsNotUnderstoodIsRefusedWithItsPlace(String pattern) {
    assertThatThrownBy(() -> Filter.anyOf("Fn.Events.In.FilterCriteria", List.of(pattern)))
        .hasMessageStartingWith("Fn.Events.In.FilterCriteria");
  }
}
