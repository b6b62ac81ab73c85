package waybill.kit.aws;

import static waybill.kit.aws.Attributes.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.kit.commit.BadCursor;
import waybill.kit.commit.Hash;

/** Where a page ended, and a mark of the list that it belongs to: another list refuses it. */
final class Cursors {
  private static final String SEPARATOR = "\n";

  static String write(Map<String, AttributeValue> last) {
    return write(last, Attributes.textOf(last, Attributes.LIST_OF));
  }

  static String write(Map<String, AttributeValue> last, String list) {
    String plain =
        String.join(
            SEPARATOR,
            Attributes.textOf(last, Attributes.PARTITION),
            Attributes.textOf(last, Attributes.PLACE),
            Attributes.textOf(last, Attributes.LIST_AT),
            Hash.of(list));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** DynamoDB itself would refuse a start outside of what is asked for, and not as a bad cursor. */
  static Map<String, AttributeValue> read(
      String attribute, String list, String placePrefix, String cursor) {
    String[] parts = parts(cursor);
    if (!parts[3].equals(Hash.of(list)) || !parts[2].startsWith(placePrefix)) throw new BadCursor();
    Map<String, AttributeValue> start = new HashMap<>(keyOf(parts));
    start.put(attribute, text(list));
    start.put(Attributes.LIST_AT, text(parts[2]));
    return start;
  }

  static Map<String, AttributeValue> read(String cursor) {
    return keyOf(parts(cursor));
  }

  private static Map<String, AttributeValue> keyOf(String[] parts) {
    return Map.of(Attributes.PARTITION, text(parts[0]), Attributes.PLACE, text(parts[1]));
  }

  private static String[] parts(String cursor) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = plain.split(SEPARATOR, -1);
      if (parts.length == 4 && !parts[0].isEmpty() && !parts[1].isEmpty()) return parts;
    } catch (IllegalArgumentException e) {
      // Not Base64: no cursor of ours either.
    }
    throw new BadCursor();
  }

  private Cursors() {}
}
