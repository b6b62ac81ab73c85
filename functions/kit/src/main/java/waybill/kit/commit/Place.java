package waybill.kit.commit;

import java.time.Instant;

/**
 * Where an item stands in a list: the list's name and what it is sorted by there.
 *
 * @param at unique within the list, so that a page can begin behind it
 */
public record Place(String list, String at) {

  /** By time, and by id within one instant. Zero-padded, since it is sorted as a text. */
  public static Place byTime(String list, Instant at, String id) {
    return new Place(list, String.format("%015d~%s", at.toEpochMilli(), id));
  }
}
