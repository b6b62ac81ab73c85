package waybill.contracts;

/** What a contract's documents are for; it decides who writes them and who reads them. */
public enum Kind {
  /** The owner says that something happened. */
  EVENT,
  /** A sender asks the owner to act. */
  COMMAND,
  /** The owner's answer to a command. */
  REPLY,
  /** What a caller sends to the owner over HTTP. */
  REQUEST,
  /** What the owner answers over HTTP. */
  RESPONSE,
  /** What the exchange and an inbox or outbox tell each other; it has no sequence. */
  CONTROL,
  /** A shape that other contracts share by {@code $ref}; never sent by itself. */
  TYPE
}
