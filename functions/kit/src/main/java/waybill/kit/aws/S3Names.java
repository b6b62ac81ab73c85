package waybill.kit.aws;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Blobs.Names;

/** Reads the answer to ListObjectsV2. */
final class S3Names {

  static Names of(byte[] xml) {
    try {
      return read(factory().createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("S3's list cannot be read", e);
    }
  }

  private static Names read(XMLStreamReader xml) throws XMLStreamException {
    List<BlobName> names = new ArrayList<>();
    @Nullable String cursor = null;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
      if (xml.getLocalName().equals("Key")) names.add(BlobName.parse(xml.getElementText()));
      else if (xml.getLocalName().equals("NextContinuationToken")) cursor = xml.getElementText();
    }
    return new Names(List.copyOf(names), cursor);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private S3Names() {}
}
