package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.ContractId;

/** An element for each field, in a namespace of the version's own. */
final class XmlForm implements Form {
  static final String ITEM = "item";
  static final String ENTRY = "entry";
  static final String NAME = "name";
  static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private final ContractId id;
  private final Shape shape;

  /**
   * @throws NoMapping if a field has a name that no element can have
   */
  XmlForm(ContractId id, Shape shape) {
    this.id = id;
    this.shape = shape;
    XmlNames.check(shape);
  }

  Shape shape() {
    return shape;
  }

  static String namespace(ContractId id) {
    return "urn:waybill:" + id.name() + ":" + id.version();
  }

  static String root(ContractId id) {
    return id.name().substring(id.name().indexOf('.') + 1);
  }

  @Override
  public String mediaType() {
    return Format.XML.mediaType();
  }

  @Override
  public JsonNode read(byte[] body) {
    return Bounds.checked(XmlReader.read(body, namespace(id), root(id), shape));
  }

  @Override
  public byte[] write(JsonNode document) {
    return Utf8.bytes(new XmlWriter().document(root(id), namespace(id), shape, document));
  }
}
