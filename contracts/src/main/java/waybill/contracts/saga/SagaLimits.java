package waybill.contracts.saga;

import java.time.Duration;

/** Every limit of a saga and its unit. */
public final class SagaLimits {
  public static final int STEPS_MAX = 20;

  /** That it hears and tells. */
  public static final int CONTRACTS_MAX = 80;

  /**
   * Sagas that begin, or are cancelled, by one contract. What one message does to all of them is
   * one transaction, of 100 items and 4 MB at most.
   */
  public static final int LISTENING_MAX = 10;

  public static final Duration TIMEOUT_MIN = Duration.ofSeconds(1);
  public static final Duration TIMEOUT_MAX = Duration.ofDays(30);
  public static final int ATTEMPTS_MAX = 20;

  /** All attempts of all steps and of all their undos, one after the other. */
  public static final Duration TOTAL_MAX = Duration.ofDays(365);

  /** Why a saga is undone, in words. */
  public static final int REASON_CHARS_MAX = 500;

  /** What is not proved by then is not known. */
  static final Duration PROOF_MAX = Duration.ofSeconds(15);

  private SagaLimits() {}
}
