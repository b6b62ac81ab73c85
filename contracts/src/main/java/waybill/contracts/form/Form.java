package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.Malformed;

/** One way to write documents of a contract. What is written is read back as the same document. */
public interface Form {

  String mediaType();

  /**
   * Whether the document keeps its contract is for the catalog to say.
   *
   * @throws Malformed if the bytes are nothing that could be meant as a document
   */
  JsonNode read(byte[] body);

  /**
   * @throws Unmappable if it has a value that can't be written exactly
   */
  byte[] write(JsonNode document);
}
