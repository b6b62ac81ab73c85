package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/**
 * Elements as a tree. No document type, and so no entity but the five that XML brings along; where
 * an element holds nothing of its type it is read as the text that it is, for the contract to
 * judge.
 */
final class XmlReader {
  private final XMLStreamReader in;
  private final String namespace;
  private int depth;

  private XmlReader(XMLStreamReader in, String namespace) {
    this.in = in;
    this.namespace = namespace;
  }

  static JsonNode read(byte[] body, String namespace, String root, Shape shape) {
    try {
      XMLStreamReader in = factory().createXMLStreamReader(new StringReader(Utf8.text(body)));
      return new XmlReader(in, namespace).document(root, shape);
    } catch (XMLStreamException e) {
      throw new Malformed("is not well-formed XML");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, name) -> {
          throw new XMLStreamException("nothing outside is read");
        });
    return factory;
  }

  private JsonNode document(String root, Shape shape) throws XMLStreamException {
    if (in.getVersion() != null && !in.getVersion().equals("1.0"))
      throw new Malformed("is not XML 1.0");
    String encoding = in.getCharacterEncodingScheme();
    if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("utf-8"))
      throw new Malformed("says that it is not UTF-8");
    if (next() != XMLStreamConstants.START_ELEMENT || !in.getLocalName().equals(root))
      throw new Malformed("has another root element than <" + root + ">");
    JsonNode document = element(shape);
    if (next() != XMLStreamConstants.END_DOCUMENT) throw new Malformed("goes on after its end");
    return document;
  }

  /** The next thing that means something; text outside of values is space, or it is an error. */
  private int next() throws XMLStreamException {
    while (true) {
      int event = in.next();
      switch (event) {
        case XMLStreamConstants.COMMENT,
            XMLStreamConstants.PROCESSING_INSTRUCTION,
            XMLStreamConstants.SPACE -> {}
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!XmlText.isSpace(in.getText())) throw new Malformed("has text between elements");
        }
        case XMLStreamConstants.START_ELEMENT,
            XMLStreamConstants.END_ELEMENT,
            XMLStreamConstants.END_DOCUMENT -> {
          return event;
        }
        default -> throw new Malformed("has a document type, or refers to an entity");
      }
    }
  }

  /** From its start to its end. */
  private JsonNode element(Shape shape) throws XMLStreamException {
    if (++depth > Json.DEPTH_MAX * 2) throw new Malformed("is nested too deeply");
    if (!namespace.equals(in.getNamespaceURI()))
      throw new Malformed("has an element that is not in the namespace " + namespace);
    JsonNode value = isNil() ? nothing() : value(shape.present());
    depth--;
    return value;
  }

  private boolean isNil() {
    boolean nil = false;
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String name = in.getAttributeLocalName(i);
      boolean ofInstance = XmlForm.INSTANCE.equals(in.getAttributeNamespace(i));
      if (ofInstance && name.equals("nil"))
        nil = Lexical.flag(in.getAttributeValue(i)).booleanValue();
      else if (!(ofInstance && name.endsWith("chemaLocation")) && !isEntrysName(i))
        throw new Malformed("has an attribute that means nothing here");
    }
    return nil;
  }

  private boolean isEntrysName(int attribute) {
    return in.getLocalName().equals(XmlForm.ENTRY)
        && in.getAttributeNamespace(attribute) == null
        && in.getAttributeLocalName(attribute).equals(XmlForm.NAME);
  }

  private JsonNode nothing() throws XMLStreamException {
    if (next() != XMLStreamConstants.END_ELEMENT)
      throw new Malformed("has something in an element that is nil");
    return NullNode.getInstance();
  }

  private JsonNode value(Shape shape) throws XMLStreamException {
    Content content = new Content(shape);
    for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next())
      switch (event) {
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            content.add(in.getText());
        case XMLStreamConstants.START_ELEMENT -> child(content);
        default -> throw new Malformed("has a document type, or refers to an entity");
      }
    return content.read();
  }

  private void child(Content content) throws XMLStreamException {
    String name = in.getLocalName();
    if (content.isTheRest(name)) {
      content.rest(element(new Shape.MapOf(Shape.Scalar.JSON, true)));
      return;
    }
    String key = content.isMap() ? in.getAttributeValue(null, XmlForm.NAME) : name;
    if (content.isMap() && (key == null || !name.equals(XmlForm.ENTRY)))
      throw new Malformed("has another element than <entry name=\"…\"> where entries belong");
    if (content.isList() && !name.equals(XmlForm.ITEM))
      throw new Malformed("has another element than <item> where items belong");
    content.add(key, element(content.shapeOf(key)));
  }
}
