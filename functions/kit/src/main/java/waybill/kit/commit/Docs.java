package waybill.kit.commit;

import java.nio.charset.StandardCharsets;
import waybill.contracts.Json;
import waybill.kit.Limits;

/** A value as the text that an item keeps. */
public final class Docs {

  public static String write(Object value) {
    String doc = Json.write(value);
    int bytes = doc.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.DOC_BYTES_MAX)
      throw new TooLarge("the document", bytes, Limits.DOC_BYTES_MAX);
    return doc;
  }

  private Docs() {}
}
