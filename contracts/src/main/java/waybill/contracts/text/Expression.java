package waybill.contracts.text;

import java.util.BitSet;

/** A regular expression that a finite machine can follow. Equal if written alike. */
public final class Expression {
  private static final int CHARS_MAX = 4_000;

  private final String source;
  private final Machine machine;

  private Expression(String source, Machine machine) {
    this.source = source;
    this.machine = machine;
  }

  public static Expression of(String source) throws NotRegular {
    if (source.length() > CHARS_MAX) throw new NotRegular("longer than " + CHARS_MAX);
    return new Expression(source, Machine.of(ExpressionReader.read(source)));
  }

  /** Whether the expression is found in the text; takes time in proportion to the text. */
  public boolean isIn(String text) {
    BitSet states = machine.start();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i)))
      states = machine.after(states, text.codePointAt(i));
    return machine.accepts(states, text.isEmpty());
  }

  Machine machine() {
    return machine;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && expression.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
