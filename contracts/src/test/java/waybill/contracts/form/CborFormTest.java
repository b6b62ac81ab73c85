package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.form.Documents.hex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

class CborFormTest {
  private static final CBORMapper OTHERS = new CBORMapper();

  private final Form cbor = new CborForm();

  @Test
  void everyValidExample_isReadBackAsItWas() {
    assertThat(Documents.valid())
        .allSatisfy(
            one -> assertThat(cbor.read(cbor.write(one.document()))).isEqualTo(one.document()));
  }

  @Test
  void anyDocument_isReadBackToTheDigit() {
    Random random = new Random(6);
    for (int i = 0; i < 3_000; i++) {
      JsonNode document = Documents.random(random, 0);
      assertThat(cbor.read(cbor.write(document))).isEqualTo(document);
      assertThat(Json.write(cbor.read(cbor.write(document)))).isEqualTo(Json.write(document));
    }
  }

  @Test
  void whatWeWrite_isReadByOthers_andWhatTheyWrite_byUs() throws IOException {
    for (Documents.Valid one : Documents.valid().toList()) {
      assertThat(Json.write(OTHERS.readTree(cbor.write(one.document()))))
          .isEqualTo(Json.write(one.document()));
      assertThat(cbor.read(OTHERS.writeValueAsBytes(one.document()))).isEqualTo(one.document());
    }
  }

  /** RFC 8949, appendix A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 | 0
          17 | 23
          1818 | 24
          1903e8 | 1000
          1b000000e8d4a51000 | 1000000000000
          1bffffffffffffffff | 18446744073709551615
          c249010000000000000000 | 18446744073709551616
          3bffffffffffffffff | -18446744073709551616
          c349010000000000000000 | -18446744073709551617
          20 | -1
          3903e7 | -1000
          fb3ff199999999999a | 1.1
          f5 | true
          f6 | null
          60 | ""
          62c3bc | "ü"
          64f0908591 | "𐅑"
          80 | []
          a26161016162820203 | {"a":1,"b":[2,3]}
          """)
  void theSpecificationsExamples_areWrittenSo(String bytes, String json) {
    assertThat(cbor.write(Json.parse(json))).isEqualTo(hex(bytes));
    assertThat(cbor.read(hex(bytes))).isEqualTo(Json.parse(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          f93e00 | 1.5
          f9c400 | -4.0
          f90001 | 5.9604644775390625E-8
          fa47c35000 | 100000.0
          7f657374726561646d696e67ff | "streaming"
          9f018202039f0405ffff | [1,[2,3],[4,5]]
          bf61610161629f0203ffff | {"a":1,"b":[2,3]}
          c4820003 | 3
          c48221196ab3 | 273.15
          d9d9f7a0 | {}
          1800 | 0
          """)
  void otherWaysToWriteTheSame_areRead(String bytes, String json) {
    assertThat(cbor.read(hex(bytes)).toString()).isEqualTo(Json.parse(json).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4101", // a byte string
        "c074323031332d30332d32315432303a30343a30305a", // a tag: a time
        "d81e820102", // a tag: a rational
        "d9d9f7d9d9f700", // twice self-described
        "81d9d9f700",
        "f97e00", // NaN
        "fb7ff0000000000000", // infinity
        "f7", // undefined
        "f0",
        "f818",
        "a10102", // a name that is a number
        "a2616101616102", // a duplicate key
        "bf616101616102ff",
        "0000", // something behind the end
        "61ff", // not UTF-8
        "63eda080", // half a surrogate pair
        "7f4101ff", // bytes in a text
        "7f7f6161ffff",
        "1c",
        "1f",
        "ff",
        "81ff",
        "bf6161ff",
        "9b7fffffffffffffff00", // a huge length
        "9affffffff",
        "7b7fffffffffffffff",
        "5affffffff",
        "c2",
        "c200",
        "c25affffffff",
        "c4821a7fffffff01", // 1e2147483647
        "c4821903e801",
        "c48201",
        "c4820141ff",
        "c482c25affffffff01"
      })
  void whatJsonHasNoWordFor_isMalformed(String bytes) {
    assertThatThrownBy(() -> cbor.read(hex(bytes))).isInstanceOf(Malformed.class);
  }

  @Test
  void jsonsLimits_holdHereToo() {
    assertThatCode(() -> cbor.read(hex("81".repeat(100) + "00"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> cbor.read(hex("81".repeat(101) + "00"))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> cbor.read(hex("9f".repeat(100_000)))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> cbor.read(hex("c2582a" + "ff".repeat(42))))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> cbor.read(hex("7a00100001" + "61".repeat((1 << 20) + 1))))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void damage_isMalformedOrAnotherDocument_andNothingElse() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Damage.done(cbor.write(Documents.random(random, 1)), random);
      try {
        cbor.read(bytes);
      } catch (Malformed e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void whatIsNoJson_isNotWritten() {
    assertThatThrownBy(() -> cbor.write(new TextNode("\ud83d"))).isInstanceOf(Unmappable.class);
    assertThatThrownBy(() -> cbor.write(new DoubleNode(Double.NaN))).isInstanceOf(Unmappable.class);
    assertThatThrownBy(() -> cbor.write(MissingNode.getInstance())).isInstanceOf(Unmappable.class);
  }
}
