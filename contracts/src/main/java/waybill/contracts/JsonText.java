package waybill.contracts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
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

/** Text to tree, refusing what two readers could understand differently. */
final class JsonText {
  private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]|[\\ud800-\\udfff]");

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
    try {
      JsonNode document = mapper.readTree(text);
      if (document.isMissingNode()) {
        throw malformed("is empty", text);
      }
      if (SURROGATE.matcher(text).find()) {
        refuseHalfSurrogates(mapper, text);
      }
      return document;
    } catch (JsonProcessingException e) {
      throw malformed(why(e), e.getLocation());
    }
  }

  /** Half a surrogate pair is no character: it can't be written as UTF-8 again. */
  private static void refuseHalfSurrogates(ObjectMapper mapper, String text)
      throws JsonProcessingException {
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean string = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
        if (string && !StandardCharsets.UTF_8.newEncoder().canEncode(parser.getText())) {
          throw malformed("has half a surrogate pair", parser.currentTokenLocation());
        }
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String why(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "is nested too deeply, or has a number, name or string that is too long";
    }
    if (e instanceof JsonEOFException) {
      return "ends too early";
    }
    if (e instanceof MismatchedInputException) {
      return "goes on after its end";
    }
    return e.getOriginalMessage().startsWith("Duplicate") ? "has a duplicate key" : "is not JSON";
  }

  private static Malformed malformed(String why, JsonLocation at) {
    return new Malformed(why, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private static Malformed malformed(String why, String before) {
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Malformed(why, line, before.length() - before.lastIndexOf('\n'));
  }
}
