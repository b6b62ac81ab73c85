package waybill.kit.ask;

/** What came of a question. Whoever asks says what it does without an answer. */
public sealed interface Reply<T> {

  /** The other's document, which keeps its contract. */
  record Answered<T>(T body) implements Reply<T> {}

  /** The other service knows of no such thing: its own word, and not that of a gateway. */
  record NotFound<T>() implements Reply<T> {}

  /** On this caller's behalf it does not answer, or not this question. */
  record Refused<T>(int status) implements Reply<T> {}

  /** Nobody knows; asked again later it may answer. */
  record Unavailable<T>(String why) implements Reply<T> {}
}
