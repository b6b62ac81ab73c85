package waybill.kit;

import java.time.Duration;

/** Every limit of the kit and its unit, in one place. */
public final class Limits {
  public static final int BODY_BYTES_MAX = 64 * 1024;

  /** What Lambda takes in one request. */
  public static final int BATCH_BYTES_MAX = 6 * 1024 * 1024;

  /** What Lambda gives back in one answer, less its headers. */
  public static final int ANSWER_CHARS_MAX = BATCH_BYTES_MAX - 64 * 1024;

  public static final int PUBLISHED_EVENTS_MAX = 100;
  public static final int PUBLISHED_PER_MINUTE = 6_000;

  /** A request waits no longer for what becomes of what it published. */
  public static final Duration PREFERRED_WAIT_MAX = Duration.ofSeconds(10);

  /** What says on what was said to it, more often than this, goes round in a circle. */
  public static final int HOPS_MAX = 100;

  public static final int MESSAGE_BYTES_MAX = 64 * 1024;

  /**
   * What a message may have whose data are left behind. A function holds it several times: as
   * bytes, as text, as a tree.
   */
  public static final int LONG_MESSAGE_BYTES_MAX = 4 * 1024 * 1024;

  /** Longer data are named and not shown: an answer of Lambda takes 6 MB with its escapes. */
  public static final int SHOWN_BYTES_MAX = 1024 * 1024;

  public static final int UNSENT_BYTES_MAX = 128 * 1024;

  /** DynamoDB's own is 400 KB; the outbox needs its share. */
  public static final int DOC_BYTES_MAX = 256 * 1024;

  public static final int COMMIT_ITEMS_MAX = 100;

  /**
   * What a message may move: its commit also holds how far its key was heard, and takes it away
   * where it was parked.
   */
  public static final int EFFECT_ITEMS_MAX = COMMIT_ITEMS_MAX - 2;

  public static final int DECISIONS_MAX = 10;

  /** API Gateway waits no longer for an answer. */
  public static final Duration ANSWER_MAX = Duration.ofSeconds(29);

  /**
   * Of a worker: a quarter of a minute. Each conflict is somebody else's success, so what many want
   * at once is worked off.
   */
  public static final int PATIENT_DECISIONS_MAX = 40;

  /** A FIFO queue looks at its first 120,000 messages: so no key may fill it. */
  public static final int QUEUED_PER_KEY_MAX = 1_000;

  public static final int PAGE_ITEMS_DEFAULT = 20;

  public static final int BATCH_ENTRIES_MAX = 10;

  /** What one report lists: ten full ones still fit into one request to a queue. */
  public static final int REPORT_ENTRIES_MAX = 100;

  public static final Duration DEDUPLICATION_WINDOW = Duration.ofMinutes(5);

  /** A function has seconds; a large table is swept in several turns. */
  public static final int SWEEP_PAGES_MAX = 10;

  public static final int ATTEMPTS_MAX = 10;
  public static final Duration RETRY_FIRST = Duration.ofSeconds(30);
  public static final Duration RETRY_LONGEST = Duration.ofHours(1);
  public static final int DRAIN_MESSAGES_MAX = 50;
  public static final int REASON_CHARS_MAX = 500;

  /** Of refusals and skips of one key that the exchange has not confirmed: 2 KB each at most. */
  public static final int KEPT_RECEIPTS_MAX = 100;

  /** A run that was begun again is noted for so long: queues keep a message 14 days. */
  public static final Duration MARK_KEPT = Duration.ofDays(28);

  /** What a run needs to say that its time is over. */
  public static final Duration LAST_WORD = Duration.ofSeconds(1);

  public static final int UNREADABLE_CHARS_MAX = 16 * 1024;

  public static final int STATEMENT_LINES_MAX = 100;
  public static final int STATEMENT_PARKED_MAX = 100;

  /** Parked keys are looked up one by one: a turn of a sweep ends after so many. */
  public static final int SWEEP_LOOKUPS_MAX = 500;

  public static final Duration IDEMPOTENCY_KEPT = Duration.ofHours(24);
  public static final int IDEMPOTENCY_KEY_CHARS_MAX = 255;
  public static final int CORRELATION_CHARS_MAX = 128;

  /** For one question to another service, its look-up in the registry included. */
  public static final Duration ASK_DEADLINE = Duration.ofSeconds(5);

  public static final int ASK_FAILURES_UNTIL_REST = 5;
  public static final Duration ASK_REST = Duration.ofSeconds(10);

  /** So long it is not looked up again where a service is. */
  public static final Duration ASK_PLACE_KEPT = Duration.ofMinutes(1);

  public static final int WEBHOOK_ADDRESS_CHARS_MAX = 2048;
  public static final int WEBHOOK_HEAD_BYTES_MAX = 16 * 1024;
  public static final int WEBHOOK_DRAIN_BYTES_MAX = 64 * 1024;
  public static final int WEBHOOK_CONNECTS_MAX = 3;
  public static final Duration WEBHOOK_DEADLINE = Duration.ofSeconds(10);

  /** Who answered has decided; the rest of the answer is read for politeness only. */
  public static final Duration WEBHOOK_DRAIN = Duration.ofMillis(200);

  public static final Duration WEBHOOK_TOLERANCE = Duration.ofMinutes(5);
  public static final Duration WEBHOOK_RETRY_AFTER_MAX = Duration.ofHours(24);
  public static final int WEBHOOK_FAILURES_UNTIL_REST = 5;
  public static final Duration WEBHOOK_REST_FIRST = Duration.ofMinutes(1);
  public static final Duration WEBHOOK_REST_LONGEST = Duration.ofHours(1);
  public static final Duration WEBHOOK_DISABLED_AFTER = Duration.ofDays(5);

  /** One partition of an index takes 1,000 writes a second; what waits is spread over these. */
  public static final int DUE_SHARDS = 8;

  public static final int DUE_ITEMS_PER_SHARD = 100;

  /** Ten thousand timers of a minute are done within it, at some hundredths of a second each. */
  public static final int DUE_AT_ONCE = 16;

  /**
   * A worker repeats nothing, and a minute begins nothing more, so long before the process ends;
   * the next receive or minute goes on.
   */
  public static final Duration TIME_LEFT_OVER = Duration.ofSeconds(5);

  /**
   * What follows at once on what was said may ask somebody outside, who takes ten seconds to be
   * given up; the records of a stream don't wait for that twice.
   */
  public static final Duration FOLLOWING_LEFT_OVER = Duration.ofSeconds(15);

  private Limits() {}
}
