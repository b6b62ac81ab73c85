package waybill.contracts.form;

import java.util.Optional;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;

/** Which forms the contracts of a catalog have. Safe for many threads. */
public final class Forms {
  private static final Form JSON = new JsonForm();
  private static final Form CBOR = new CborForm();

  private Forms() {}

  public static Forms of(Catalog catalog) {
    return new Forms();
  }

  /** Empty if documents of this contract can't be written so; {@link #whyNot} says the reason. */
  public Optional<Form> form(ContractId id, Format format) {
    return switch (format) {
      case JSON -> Optional.of(JSON);
      case CBOR -> Optional.of(CBOR);
      case XML, PROTOBUF -> Optional.empty();
    };
  }

  /** One sentence; empty if there is a form. */
  public String whyNot(ContractId id, Format format) {
    return form(id, format).isPresent() ? "" : "No contract is written so yet.";
  }
}
