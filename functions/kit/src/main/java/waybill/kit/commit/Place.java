package waybill.kit.commit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands in a list: the list's name and what it is sorted by there.
 *
 * @param at unique within the list, so that a page can begin behind it
 * @param related a second list in which it stands at the same place; null if in none
 */
public record Place(String list, String at, @Nullable String related) {

  public Place(String list, String at) {
    this(list, at, null);
  }

  /** By time, and by id within one instant. Zero-padded, since it is sorted as a text. */
  public static Place byTime(String list, Instant at, String id) {
    return new Place(list, atTime(at) + "~" + id);
  }

  /** How places that are sorted by time begin. */
  public static String atTime(Instant at) {
    return String.format("%015d", at.toEpochMilli());
  }

  public Place relatedTo(String other) {
    return new Place(list, at, other);
  }
}
