package waybill.kit.http;

/** What is kept of a request that bears an {@code Idempotency-Key}. */
enum Memory {
  /** Its answer, and a digest of its body. */
  PLAIN,

  /** Its answer, and a digest of its body from which nobody guesses the secret in it. */
  OF_A_SECRET,

  /** Nothing, since the answer is for nobody else's eyes: the key has no meaning. */
  NONE
}
