package waybill.contracts;

/** A text that may be looked at only so often. */
final class CountedText implements CharSequence {
  private static final int LOOKS_MIN = 20_000;
  private static final int LOOKS_PER_CHAR = 50;

  static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooks() {
      super("too many looks", null, false, false);
    }
  }

  private final String text;
  private long left;

  CountedText(String text) {
    this.text = text;
    this.left = LOOKS_MIN + (long) LOOKS_PER_CHAR * text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) throw new TooManyLooks();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
