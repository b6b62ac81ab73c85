package waybill.contracts.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what ECMA-262 and {@code java.util.regex} understand alike. What they understand
 * differently, and what no finite machine can follow (looking around, references back), is refused.
 */
final class ExpressionReader {
  static final int TIMES_MAX = 2_000;
  private static final int DEPTH_MAX = 50;

  private final int[] text;
  private int at;
  private int depth;

  private ExpressionReader(String expression) {
    this.text = expression.codePoints().toArray();
  }

  static Piece read(String expression) throws NotRegular {
    ExpressionReader reader = new ExpressionReader(expression);
    Piece piece = reader.either();
    if (!reader.isAtEnd()) throw reader.refused("an unmatched ')'");
    return piece;
  }

  private Piece either() throws NotRegular {
    if (++depth > DEPTH_MAX) throw refused("groups nested deeper than " + DEPTH_MAX);
    List<Piece> choices = new ArrayList<>();
    choices.add(row());
    while (take('|')) choices.add(row());
    depth--;
    return choices.size() == 1 ? choices.get(0) : new Piece.Either(choices);
  }

  private Piece row() throws NotRegular {
    List<Piece> pieces = new ArrayList<>();
    while (!isAtEnd() && peek() != '|' && peek() != ')') pieces.add(repeated(atom()));
    return pieces.size() == 1 ? pieces.get(0) : new Piece.Row(pieces);
  }

  private Piece atom() throws NotRegular {
    int c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Piece.One(new ClassReader(this).read());
      case '.' -> new Piece.One(Chars.LINE_END.not());
      case '^' -> new Piece.Start();
      case '$' -> new Piece.End();
      case '\\' -> new Piece.One(Escapes.outside(this));
      case '*', '+', '?', '{' -> throw refused("nothing to repeat");
      default -> new Piece.One(Chars.range(c, c));
    };
  }

  private Piece group() throws NotRegular {
    if (take('?')) {
      if (take('<')) name();
      else if (!take(':')) throw refused("looking around or switching modes");
    }
    Piece inner = either();
    if (!take(')')) throw refused("an unmatched '('");
    return inner;
  }

  /** A name means nothing where there are no references back. */
  private void name() throws NotRegular {
    if (isAtEnd() || !Character.isLetter(peek())) throw refused("looking behind");
    while (!take('>')) if (!Character.isLetterOrDigit(next())) throw refused("a group's name");
  }

  private Piece repeated(Piece piece) throws NotRegular {
    Piece result = piece;
    if (!isAtEnd() && "*+?{".indexOf(peek()) >= 0) {
      if (piece instanceof Piece.Start || piece instanceof Piece.End)
        throw refused("a repeated anchor");
      result = times(piece);
      take('?');
      if (!isAtEnd() && "*+?{".indexOf(peek()) >= 0) throw refused("a repeated repetition");
    }
    return result;
  }

  private Piece times(Piece piece) throws NotRegular {
    return switch (next()) {
      case '*' -> new Piece.Times(piece, 0, -1);
      case '+' -> new Piece.Times(piece, 1, -1);
      case '?' -> new Piece.Times(piece, 0, 1);
      default -> counted(piece);
    };
  }

  private Piece counted(Piece piece) throws NotRegular {
    int least = number();
    int most = least;
    if (take(',')) most = !isAtEnd() && peek() == '}' ? -1 : number();
    if (!take('}') || (most >= 0 && most < least)) throw refused("a repetition's bounds");
    return new Piece.Times(piece, least, most);
  }

  private int number() throws NotRegular {
    int value = 0;
    boolean any = false;
    while (!isAtEnd() && peek() >= '0' && peek() <= '9') {
      value = value * 10 + (next() - '0');
      any = true;
      if (value > TIMES_MAX) throw refused("more than " + TIMES_MAX + " repetitions");
    }
    if (!any) throw refused("a repetition without a number");
    return value;
  }

  boolean isAtEnd() {
    return at == text.length;
  }

  int peek() {
    return text[at];
  }

  int next() throws NotRegular {
    if (isAtEnd()) throw refused("an unfinished expression");
    return text[at++];
  }

  boolean take(int c) {
    boolean there = !isAtEnd() && text[at] == c;
    if (there) at++;
    return there;
  }

  NotRegular refused(String what) {
    return new NotRegular(what + " at character " + at);
  }
}
