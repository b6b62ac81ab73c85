package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.form.Form;
import waybill.contracts.form.Format;
import waybill.contracts.form.Forms;
import waybill.kit.commit.TooLarge;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** What documents are written in besides JSON. Whoever speaks JSON loads nothing of it. */
public final class KnownForms {
  private final Catalog catalog;
  private volatile @Nullable Forms forms;

  public KnownForms(Catalog catalog) {
    this.catalog = catalog;
  }

  private Forms forms() {
    Forms known = forms;
    if (known == null) forms = known = Forms.of(catalog);
    return known;
  }

  Optional<Form> of(ContractId contract, Format format) {
    return forms().form(contract, format);
  }

  String whyNot(ContractId contract, Format format) {
    return forms().whyNot(contract, format);
  }

  /** In which documents of the contract are taken and given. */
  List<String> mediaTypes(ContractId contract) {
    return Arrays.stream(Format.values())
        .filter(format -> of(contract, format).isPresent())
        .map(Format::mediaType)
        .toList();
  }

  /**
   * @param bytesMax also of what becomes of it: few bytes may say much
   * @throws waybill.contracts.Malformed if it is not what it is said to be
   * @throws NotTaken if documents of this contract are not written so
   */
  public JsonNode read(ContractId contract, Format format, byte[] body, int bytesMax) {
    if (format == Format.JSON) return Json.parse(body);
    Form form = of(contract, format).orElseThrow(() -> new NotTaken(whyNot(contract, format)));
    JsonNode document = form.read(body);
    int bytes = Json.bytes(document).length;
    if (bytes > bytesMax) throw new TooLarge("what the body says, as JSON,", bytes, bytesMax);
    return document;
  }

  public Refusal refusal(NotTaken why, ContractId contract) {
    return refusal(why, mediaTypes(contract));
  }

  static Refusal refusal(NotTaken why, List<String> taken) {
    return Problem.UNSUPPORTED_MEDIA_TYPE
        .because(String.valueOf(why.getMessage()))
        .with(Refusal.MEDIA_TYPES, taken);
  }
}
