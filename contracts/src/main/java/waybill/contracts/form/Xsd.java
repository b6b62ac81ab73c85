package waybill.contracts.form;

import waybill.contracts.ContractId;

/**
 * The XML Schema 1.0 of a version: elements and their types; all other rules are the contract's.
 */
final class Xsd {
  private final StringBuilder out = new StringBuilder();

  private Xsd() {}

  static String of(ContractId id, Shape shape) {
    Xsd xsd = new Xsd();
    String namespace = XmlForm.namespace(id);
    xsd.out
        .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"")
        .append(namespace)
        .append("\" targetNamespace=\"")
        .append(namespace)
        .append("\" elementFormDefault=\"qualified\">\n");
    xsd.element(XmlForm.root(id), "", shape, "", "  ");
    return xsd.out.append("</xs:schema>\n").toString();
  }

  private void element(String name, String occurs, Shape shape, String says, String indent) {
    out.append(indent).append("<xs:element name=\"").append(name).append('"').append(occurs);
    if (shape.isNullable()) out.append(" nillable=\"true\"");
    Shape present = shape.present();
    if (present instanceof Shape.Scalar scalar && says.isEmpty()) {
      out.append(" type=\"").append(type(scalar)).append("\"/>\n");
      return;
    }
    if (present instanceof Shape.Scalar scalar)
      out.append(" type=\"").append(type(scalar)).append('"');
    out.append(">\n");
    says(says, indent + "  ");
    if (!(present instanceof Shape.Scalar)) complex(present, "", indent + "  ");
    out.append(indent).append("</xs:element>\n");
  }

  private void says(String says, String indent) {
    if (!says.isEmpty())
      out.append(indent)
          .append("<xs:annotation><xs:documentation>")
          .append(XmlText.escaped(says.replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Cs}]", " "), false))
          .append("</xs:documentation></xs:annotation>\n");
  }

  /**
   * @param attribute what the element has besides
   */
  private void complex(Shape shape, String attribute, String indent) {
    out.append(indent).append("<xs:complexType>\n");
    String within = indent + "  ";
    if (shape instanceof Shape.Struct struct) struct(struct, within);
    if (shape instanceof Shape.ListOf list) list(list, within);
    if (shape instanceof Shape.MapOf map) map(map.value(), within);
    if (shape instanceof Shape.Scalar scalar) simple(scalar, attribute, within);
    else if (!attribute.isEmpty()) out.append(within).append(attribute).append('\n');
    out.append(indent).append("</xs:complexType>\n");
  }

  private void struct(Shape.Struct struct, String indent) {
    if (struct.fields().isEmpty() && !struct.open()) return;
    out.append(indent).append("<xs:all>\n");
    for (Shape.Field field : struct.fields())
      element(
          field.name(),
          field.required() ? "" : " minOccurs=\"0\"",
          field.shape(),
          field.says(),
          indent + "  ");
    if (struct.open())
      element(
          Shape.MORE,
          " minOccurs=\"0\"",
          new Shape.MapOf(Shape.Scalar.JSON, true),
          "What is not named here, each as JSON.",
          indent + "  ");
    out.append(indent).append("</xs:all>\n");
  }

  private void list(Shape.ListOf list, String indent) {
    out.append(indent).append("<xs:sequence>\n");
    element(
        XmlForm.ITEM,
        " minOccurs=\"" + (list.mayBeEmpty() ? 0 : 1) + "\" maxOccurs=\"unbounded\"",
        list.item(),
        "",
        indent + "  ");
    out.append(indent).append("</xs:sequence>\n");
  }

  private void map(Shape value, String indent) {
    out.append(indent)
        .append("<xs:sequence>\n")
        .append(indent)
        .append("  <xs:element name=\"")
        .append(XmlForm.ENTRY)
        .append("\" minOccurs=\"0\" maxOccurs=\"unbounded\"")
        .append(value.isNullable() ? " nillable=\"true\">\n" : ">\n");
    complex(
        value.present(),
        "<xs:attribute name=\"" + XmlForm.NAME + "\" type=\"xs:string\" use=\"required\"/>",
        indent + "    ");
    out.append(indent).append("  </xs:element>\n").append(indent).append("</xs:sequence>\n");
  }

  private void simple(Shape.Scalar scalar, String attribute, String indent) {
    out.append(indent)
        .append("<xs:simpleContent><xs:extension base=\"")
        .append(type(scalar))
        .append("\">")
        .append(attribute)
        .append("</xs:extension></xs:simpleContent>\n");
  }

  private static String type(Shape.Scalar scalar) {
    return switch (scalar) {
      case TEXT, JSON -> "xs:string";
      case WHOLE -> "xs:integer";
      case DECIMAL -> "xs:decimal";
      case FLAG -> "xs:boolean";
    };
  }
}
