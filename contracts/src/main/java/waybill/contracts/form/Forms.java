package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Recent;

/** Which forms the contracts of a catalog have. Safe for many threads. */
public final class Forms {
  private static final int REMEMBERED_MAX = 500;

  private record Place(ContractId id, Format format) {}

  /**
   * @param why there is none
   */
  private record Mapping(@Nullable Form form, String why) {}

  private final Catalog catalog;
  private final Recent<Place, Mapping> mappings = new Recent<>(REMEMBERED_MAX, REMEMBERED_MAX);

  private Forms(Catalog catalog) {
    this.catalog = catalog;
  }

  public static Forms of(Catalog catalog) {
    return new Forms(catalog);
  }

  /** Empty if documents of this contract can't be written so; {@link #whyNot} says the reason. */
  public Optional<Form> form(ContractId id, Format format) {
    return Optional.ofNullable(mapping(id, format).form);
  }

  /** One sentence; empty if there is a form. */
  public String whyNot(ContractId id, Format format) {
    return mapping(id, format).why;
  }

  /** The {@code .proto} of a version; empty if it has none. */
  public Optional<String> proto(ContractId id) {
    return form(id, Format.PROTOBUF).map(form -> ProtoFile.of(id, ((ProtoForm) form).root()));
  }

  /** The XML Schema of a version; empty if it has none. */
  public Optional<String> xsd(ContractId id) {
    return form(id, Format.XML).map(form -> Xsd.of(id, ((XmlForm) form).shape()));
  }

  private Mapping mapping(ContractId id, Format format) {
    Place place = new Place(id, format);
    Mapping known = mappings.get(place);
    if (known != null) return known;
    Mapping found = found(() -> made(id, format));
    // A version's numbers may come with what is heard next.
    boolean isFinal = found.form != null || format != Format.PROTOBUF || hasNumbers(id);
    if (isFinal) mappings.put(place, found, 1);
    return found;
  }

  private boolean hasNumbers(ContractId id) {
    return catalog.numbers(id).isPresent();
  }

  private static Mapping found(Supplier<Form> making) {
    try {
      return new Mapping(making.get(), "");
    } catch (NoMapping e) {
      return new Mapping(null, e.sentence());
    }
  }

  private Form made(ContractId id, Format format) {
    return switch (format) {
      case JSON -> new JsonForm();
      case CBOR -> new CborForm();
      case XML -> new XmlForm(id, shape(id));
      case PROTOBUF -> protobuf(id, shape(id));
    };
  }

  private Form protobuf(ContractId id, Shape shape) {
    JsonNode numbers =
        catalog.numbers(id).orElseThrow(() -> new NoMapping("Its fields were given no numbers."));
    Message root = Message.of(ProtoFile.nameOf(id), shape, Numbers.read(numbers));
    return new ProtoForm(root, !(shape instanceof Shape.Struct));
  }

  private Shape shape(ContractId id) {
    return Shapes.of(catalog.whole().schema(id).orElseGet(() -> catalog.schema(id)));
  }
}
