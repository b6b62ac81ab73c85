package waybill.contracts;

/**
 * Bytes or text that are no document: not strict JSON, or not what else they were said to be. Says
 * where and why, and never repeats the content.
 */
public final class Malformed extends IllegalArgumentException {
  private final int line;
  private final int column;

  Malformed(String why, int line, int column) {
    super(why + " at line " + line + ", column " + column);
    this.line = line;
    this.column = column;
  }

  /** Of what has no lines, or says itself where. */
  public Malformed(String why) {
    super(why);
    this.line = 0;
    this.column = 0;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
