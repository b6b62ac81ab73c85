package waybill.contracts.text;

/** Reads {@code [a-z_]}. */
final class ClassReader {
  private final ExpressionReader reader;

  ClassReader(ExpressionReader reader) {
    this.reader = reader;
  }

  Chars read() throws NotRegular {
    boolean negated = reader.take('^');
    if (!reader.isAtEnd() && reader.peek() == ']') throw reader.refused("an empty class");
    Chars chars = Chars.NONE;
    while (!reader.take(']')) chars = chars.or(member());
    return negated ? chars.not() : chars;
  }

  private Chars member() throws NotRegular {
    int first = reader.next();
    if (first == '\\') {
      Chars escaped = Escapes.inside(reader);
      int single = escaped.single();
      return single >= 0 ? upTo(single) : escaped;
    }
    return upTo(first);
  }

  private Chars upTo(int first) throws NotRegular {
    if (!reader.take('-')) return Chars.range(first, first);
    if (!reader.isAtEnd() && reader.peek() == ']')
      return Chars.range(first, first).or(Chars.range('-', '-'));
    int last = reader.next();
    if (last == '\\') last = Escapes.inside(reader).single();
    if (last < first) throw reader.refused("a range's end");
    return Chars.range(first, last);
  }
}
