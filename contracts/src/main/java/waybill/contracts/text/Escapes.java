package waybill.contracts.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What stands behind a backslash. */
final class Escapes {
  private static final Map<String, Chars> CATEGORIES = new ConcurrentHashMap<>();

  private Escapes() {}

  static Chars outside(ExpressionReader reader) throws NotRegular {
    int c = reader.isAtEnd() ? -1 : reader.peek();
    if (c >= '1' && c <= '9') throw reader.refused("a reference back");
    if (c == 'b' || c == 'B') throw reader.refused("a word's boundary");
    return inside(reader);
  }

  static Chars inside(ExpressionReader reader) throws NotRegular {
    int c = reader.next();
    return switch (c) {
      case 'd' -> Chars.DIGITS;
      case 'D' -> Chars.DIGITS.not();
      case 'w' -> Chars.WORD;
      case 'W' -> Chars.WORD.not();
      case 's' -> Chars.SPACE;
      case 'S' -> Chars.SPACE.not();
      case 't' -> Chars.range('\t', '\t');
      case 'n' -> Chars.range('\n', '\n');
      case 'r' -> Chars.range('\r', '\r');
      case 'f' -> Chars.range('\f', '\f');
      case 'x' -> coded(reader, 2);
      case 'u' -> coded(reader, 4);
      case 'p' -> category(reader);
      case 'P' -> category(reader).not();
      default -> literal(reader, c);
    };
  }

  private static Chars literal(ExpressionReader reader, int c) throws NotRegular {
    if (c > 127 || Character.isLetterOrDigit(c)) throw reader.refused("an unknown escape");
    return Chars.range(c, c);
  }

  private static Chars coded(ExpressionReader reader, int digits) throws NotRegular {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(reader.next(), 16);
      if (digit < 0) throw reader.refused("a code point's digits");
      value = value * 16 + digit;
    }
    if (Character.isSurrogate((char) value)) throw reader.refused("half a code point");
    return Chars.range(value, value);
  }

  /** A general category of Unicode by its short name; the scripts are not read. */
  private static Chars category(ExpressionReader reader) throws NotRegular {
    if (!reader.take('{')) throw reader.refused("a category's name");
    StringBuilder name = new StringBuilder();
    while (!reader.take('}')) name.appendCodePoint(reader.next());
    Chars known = CATEGORIES.get(name.toString());
    if (known != null) return known;
    if (!name.toString().matches("[LNPSZMC]|L[ultmo]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp]|M[nce]"))
      throw reader.refused("an unknown category");
    Pattern pattern = Pattern.compile("\\p{" + name + "}");
    Chars chars = Chars.where(c -> pattern.matcher(Character.toString(c)).matches());
    CATEGORIES.put(name.toString(), chars);
    return chars;
  }
}
