package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalTest {
  @Test
  void orderOfProperties_andWaysToWriteANumber_makeNoDifference() {
    assertThat(text("{\"b\":[1.0,1e2],\"a\":{\"d\":0.0,\"c\":null}}"))
        .isEqualTo(text("{ \"a\" : {\"c\":null,\"d\":0}, \"b\":[1,100] }"));
  }

  @Test
  void orderOfItems_doesMakeOne_andSoDoTexts() {
    assertThat(text("[1,2]")).isNotEqualTo(text("[2,1]"));
    assertThat(text("[\"1\"]")).isNotEqualTo(text("[1]"));
    assertThat(text("[1.10]")).isNotEqualTo(text("[1.01]"));
  }

  @Test
  void whatIsCanonical_staysSo() {
    String text = text("{\"b\":[1.50,12345678901234567890,1e-3],\"a\":\"\\u00e9\"}");
    assertThat(text(text)).isEqualTo(text);
  }

  @Test
  void hash_isOfTheContent() {
    assertThat(Canonical.hash(Json.parse("{}")))
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  private static String text(String json) {
    return Canonical.text(Json.parse(json));
  }
}
