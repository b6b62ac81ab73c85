package waybill.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message's identity, written {@code users~u1~7}: the 7th thing that users said about u1. */
public record MessageId(String source, String key, long sequence) {
  /** CloudEvents integers have 32 bits. */
  public static final long SEQUENCE_MAX = Integer.MAX_VALUE;

  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern ID =
      Pattern.compile("(" + SOURCE + ")~(" + KEY + ")~([1-9][0-9]{0,9})");

  public MessageId {
    if (!isSource(source)) {
      throw new IllegalArgumentException("a source is " + SOURCE);
    }
    if (!isKey(key)) {
      throw new IllegalArgumentException("a message key is " + KEY);
    }
    if (sequence < 1 || sequence > SEQUENCE_MAX) {
      throw new IllegalArgumentException("a sequence counts from 1 to " + SEQUENCE_MAX);
    }
  }

  @JsonCreator
  public static MessageId parse(String text) {
    Matcher matcher = ID.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a message id; write <source>~<key>~<sequence>");
    }
    return new MessageId(matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3)));
  }

  /** Whether {@link #parse} takes it. */
  public static boolean isId(String text) {
    try {
      return parse(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  static boolean isSource(String text) {
    return SOURCE.matcher(text).matches();
  }

  @Override
  @JsonValue
  public String toString() {
    return source + "~" + key + "~" + sequence;
  }
}
