package waybill.kit.inbox;

import java.time.Instant;
import java.util.List;
import waybill.kit.Limits;
import waybill.kit.commit.Change;
import waybill.kit.commit.Docs;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Key;

/**
 * What came and is no message: it belongs to no key and holds up nobody, and it is kept for whoever
 * wants to know.
 *
 * @param digest of the whole of which the text may be a part
 */
record Unreadable(String digest, int chars, String text, String why, Instant at) {
  private static final String KIND = "unreadable";

  static Unreadable of(String body, RuntimeException why, Instant at) {
    String text = body.substring(0, Math.min(body.length(), Limits.UNREADABLE_CHARS_MAX));
    return new Unreadable(
        Hash.of(body), body.length(), text, Judge.brief(String.valueOf(why.getMessage())), at);
  }

  static Key keyOf(String digest) {
    return Key.ofEntry(KIND, digest);
  }

  /** Once is enough: a copy finds the row. */
  Change put() {
    return new Change.Put(
        keyOf(digest), 0, KIND, Docs.write(this), null, null, null, 0, List.of(), false);
  }
}
