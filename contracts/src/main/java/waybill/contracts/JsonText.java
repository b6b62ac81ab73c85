package waybill.contracts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text to tree, refusing what two readers could understand differently. */
final class JsonText {
  private static final Pattern EXPONENT = Pattern.compile("[0-9][eE][+-]?[0-9]{4}");

  private static final int EXPONENT_DIGITS = 4;

  private JsonText() {}

  /** Jackson would guess UTF-16 and UTF-32 and let some invalid UTF-8 pass; this does neither. */
  static String decode(byte[] utf8) {
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(utf8.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String decoded = out.flip().toString();
    if (result.isError()) {
      throw malformed("is not UTF-8", decoded);
    }
    return decoded;
  }

  static JsonNode parse(ObjectMapper mapper, String text) {
    if (text.startsWith("\ufeff")) {
      throw malformed("starts with a byte order mark", "");
    }
    if (isWorthASecondLook(text)) {
      read(mapper, text, JsonText::refuseWhatIsNoValue);
    }
    JsonNode document = read(mapper, text, mapper::readTree);
    if (document == null) {
      throw malformed("is empty", text);
    }
    return document;
  }

  /** Most documents are not. By hand: an expression takes longer here than all the parsing. */
  private static boolean isWorthASecondLook(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isSurrogate(c)) return true;
      if (c == '\\' && text.regionMatches(true, at, "\\ud", 0, 3)) return true;
      if ((c == 'e' || c == 'E') && isLongExponent(text, at + 1)) return true;
    }
    return false;
  }

  private static boolean isLongExponent(String text, int from) {
    int digits = from;
    if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-'))
      digits++;
    int end = digits;
    while (end < text.length() && end - digits < EXPONENT_DIGITS && isDigit(text.charAt(end)))
      end++;
    return end - digits == EXPONENT_DIGITS;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private interface Reading<T> {
    @Nullable T from(JsonParser parser) throws IOException;
  }

  private static <T> @Nullable T read(ObjectMapper mapper, String text, Reading<T> reading) {
    try (JsonParser parser = mapper.createParser(text)) {
      try {
        return reading.from(parser);
      } catch (JsonProcessingException e) {
        JsonLocation known = e.getLocation();
        throw malformed(why(e), known == null ? parser.currentLocation() : known);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Grammatical, but half a character, or a number whose digits would fill the memory. */
  private static @Nullable Void refuseWhatIsNoValue(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      String text = parser.getText();
      if (token == JsonToken.VALUE_NUMBER_FLOAT && EXPONENT.matcher(text).find()) {
        throw malformed("has a number out of range", parser.currentTokenLocation());
      }
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
        throw malformed("has half a surrogate pair", parser.currentTokenLocation());
      }
    }
    return null;
  }

  private static String why(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "is nested too deeply, or has a number, name or string that is too long";
    }
    if (e instanceof MismatchedInputException) {
      return "goes on after its end";
    }
    String original = e.getOriginalMessage();
    if (original.startsWith("Unexpected end-of-input")) {
      return "ends too early";
    }
    return original.startsWith("Duplicate") ? "has a duplicate key" : "is not JSON";
  }

  private static Malformed malformed(String why, JsonLocation at) {
    return new Malformed(why, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private static Malformed malformed(String why, String before) {
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Malformed(why, line, before.length() - before.lastIndexOf('\n'));
  }
}
