package waybill.contracts;

/** Bytes or text that are not strict JSON. Says where and why, and never repeats the content. */
public final class Malformed extends IllegalArgumentException {
  private final int line;
  private final int column;

  Malformed(String why, int line, int column) {
    super(why + " at line " + line + ", column " + column);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
