package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "application/json,JSON",
    "Application/CloudEvents+JSON,JSON",
    "application/xml,XML",
    "text/xml,XML",
    "application/cbor,CBOR",
    "application/x-protobuf,PROTOBUF",
    "application/protobuf,PROTOBUF"
  })
  void aMediaType_namesAFormat(String mediaType, Format format) {
    assertThat(Format.of(mediaType)).contains(format);
  }

  @Test
  void anotherMediaType_namesNone() {
    assertThat(Format.of("text/plain")).isEmpty();
    assertThat(Format.of("json")).isEmpty();
  }
}
