package waybill.local.function;

/** What came of an invocation. */
public sealed interface Outcome {
  /** The function returned this. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answered(byte[] body) implements Outcome {}

  /** It did not. */
  record Failed(Cause cause, String message) implements Outcome {

    /** Whether the function threw an exception with exactly this message. */
    public boolean says(String text) {
      return cause == Cause.ERROR && message.endsWith(": " + text);
    }
  }

  /** Why it did not. */
  enum Cause {
    ERROR,
    TIMED_OUT,
    KILLED,
    THROTTLED
  }
}
