package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.Canonical;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;

class FormsTest {
  private final Catalog catalog = Catalog.builtIn();
  private final Forms forms = Forms.of(catalog);

  @TestFactory
  Stream<DynamicTest> everyValidExample_isTheSameDocumentInAllForms() {
    return Documents.valid().map(one -> dynamicTest(one.toString(), () -> isTheSame(one)));
  }

  private void isTheSame(Documents.Valid one) {
    for (Format format : Format.values()) {
      Form form = forms.form(one.id(), format).orElseThrow();
      JsonNode read = form.read(form.write(one.document()));
      assertThat(Canonical.text(read)).as("%s", format).isEqualTo(Canonical.text(one.document()));
      assertThat(catalog.check(one.id(), read)).isEmpty();
      assertThat(form.mediaType()).isEqualTo(format.mediaType());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBuiltInContract_hasEveryForm(Format format) {
    assertThat(catalog.contracts())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(forms.whyNot(id, format)).isEmpty());
  }

  @Test
  void aContractWithoutNumbers_saysWhyItHasNoProtobuf() {
    Registering registering =
        new Registering(Given.closed("{'at':{'type':'string'}}"), Optional.empty());
    Forms both = Forms.of(registering.catalog());

    assertThat(both.form(Given.ID, Format.PROTOBUF)).isEmpty();
    assertThat(both.whyNot(Given.ID, Format.PROTOBUF))
        .isEqualTo("Its fields were given no numbers.");
    assertThat(both.proto(Given.ID)).isEmpty();
    assertThat(both.form(Given.ID, Format.XML)).isPresent();
  }

  @Test
  void aRegisteredContract_hasTheNumbersThatItWasRegisteredWith() {
    JsonNode schema = Given.closed("{'at':{'type':'string'}}");
    JsonNode numbers = Given.json("{'':{'gone text':1,'at text':7}}");
    Registering registering = new Registering(schema, Optional.of(numbers));
    Forms both = Forms.of(registering.catalog());

    assertThat(both.proto(Given.ID).orElseThrow())
        .contains("optional string at = 7;", "reserved 1;", "reserved \"gone\";");
    assertThat(both.form(Given.ID, Format.PROTOBUF).orElseThrow().write(Given.json("{'at':'x'}")))
        .isEqualTo(new byte[] {7 << 3 | 2, 1, 'x'});
  }

  @Test
  void aNameThatNobodyElseHasAWordFor_isSaid() {
    Registering registering =
        new Registering(
            Given.closed("{'2nd':{'type':'string'}}"),
            Numbers.next(null, Given.closed("{'2nd':{'type':'string'}}")));
    Forms both = Forms.of(registering.catalog());

    assertThat(both.whyNot(Given.ID, Format.XML))
        .isEqualTo("XML has no name for its property \"2nd\".");
    assertThat(both.whyNot(Given.ID, Format.PROTOBUF))
        .isEqualTo("Protocol Buffers have no name for its property \"2nd\".");
    assertThat(both.xsd(Given.ID)).isEmpty();
    assertThat(both.whyNot(Given.ID, Format.CBOR)).isEmpty();
  }

  @Test
  void anUnknownContract_isNamed() {
    assertThatThrownBy(() -> forms.form(new ContractId("orders.unheard-of", 1), Format.XML))
        .hasMessageContaining("orders.unheard-of/1");
  }
}
