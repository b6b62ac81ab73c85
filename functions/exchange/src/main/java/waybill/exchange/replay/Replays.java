package waybill.exchange.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/** Where replays keep what they know, and what they speak as. */
public final class Replays {
  public static final String KIND = "replay";
  static final String STRETCHES = "key~";
  private static final String SOURCE = "replay-";
  private static final String MADE = "replayed~";
  private static final int SOURCE_DIGITS = 24;

  /**
   * A source of its own for each replay and each source that it repeats: two sources may speak
   * about the same key.
   */
  static String sourceOf(Job replay, String original) {
    return SOURCE + Hash.of(replay.id(), original).substring(0, SOURCE_DIGITS);
  }

  /** Whether it is said once more, and no service's own word. */
  public static boolean isReplayed(MessageId id) {
    String rest = id.source().startsWith(SOURCE) ? id.source().substring(SOURCE.length()) : "";
    return rest.length() == SOURCE_DIGITS && rest.matches("[0-9a-f]+");
  }

  /** Beside the head of what was repeated: whoever erases that erases the copies too. */
  static Key madeAt(String source, String key, String as) {
    return new Key(source + "~" + key, MADE + as);
  }

  static Wanted wanted(Job job) {
    return Json.bind(job.order(), Wanted.class);
  }

  static JsonNode order(Wanted wanted) {
    return Json.tree(wanted);
  }

  static String partition(String job) {
    return KIND + "~" + job;
  }

  static Key tallyOf(String job) {
    return new Key(partition(job), "tally");
  }

  static Key stretchOf(String job, MessageId of) {
    return new Key(partition(job), STRETCHES + of.source() + "~" + of.key());
  }

  static MessageId at(Key stretch, long sequence) {
    return MessageId.parse(stretch.place().substring(STRETCHES.length()) + "~" + sequence);
  }

  static String listOf(String subscription) {
    return "replays~" + subscription;
  }

  static Place listed(String subscription, Instant began, String job) {
    return Place.byTime(listOf(subscription), began, job);
  }

  public static String madePlaces() {
    return MADE;
  }

  private Replays() {}
}
