package waybill.contracts.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.Quoted.json;

import org.junit.jupiter.api.Test;
import waybill.contracts.Json;

/** Values are the same or not, however they are written. */
class ValuesTest {

  @Test
  void sameValues_haveOneForm() {
    assertThat(Values.normal(json("{'b':[1.0],'a':1e2}")))
        .isEqualTo(Values.normal(json("{'a':100,'b':[1]}")));
    assertThat(Values.normal(json("-0.0"))).isEqualTo(Values.normal(json("0")));
    assertThat(Values.normal(json("1"))).isNotEqualTo(Values.normal(json("'1'")));
  }

  @Test
  void integers_areSentAsIntegers() {
    assertThat(Json.write(Values.sent(json("[1e2,1.0,1.50]")))).isEqualTo("[100,1,1.5]");
  }
}
