package waybill.catalog;

import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.ShownForm;
import waybill.contracts.form.Format;
import waybill.contracts.form.Forms;
import waybill.kit.http.Answer;

/** What the documents of a version can be written in, and what says so to other people's tools. */
final class ShowingForms {
  private final Catalog catalog;
  private volatile @Nullable Forms known;

  ShowingForms(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Whoever asks for nothing of it does not wait for it. */
  private Forms forms() {
    Forms forms = known;
    if (forms == null) known = forms = Forms.of(catalog);
    return forms;
  }

  List<ShownForm> of(ContractId id) {
    return Arrays.stream(Format.values()).map(format -> shown(id, format)).toList();
  }

  private ShownForm shown(ContractId id, Format format) {
    String why = forms().whyNot(id, format);
    return why.isEmpty()
        ? new ShownForm(format.mediaType(), schema(id, format), null)
        : new ShownForm(format.mediaType(), null, why);
  }

  private static @Nullable String schema(ContractId id, Format format) {
    return switch (format) {
      case JSON, CBOR -> null;
      case XML -> id.path() + "/schema.xsd";
      case PROTOBUF -> id.path() + "/schema.proto";
    };
  }

  Answer<String> proto(ContractId id) {
    return file(id, Format.PROTOBUF, forms().proto(id), "text/plain; charset=utf-8");
  }

  Answer<String> xsd(ContractId id) {
    return file(id, Format.XML, forms().xsd(id), "application/xml");
  }

  private Answer<String> file(
      ContractId id, Format format, Optional<String> text, String mediaType) {
    return text.isPresent()
        ? ok(text.get()).header("content-type", mediaType)
        : refused(NOT_FOUND.because(forms().whyNot(id, format)));
  }
}
