package waybill.kit.commit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import waybill.kit.Limits;

/**
 * A commit as the table takes it: all of it or nothing.
 *
 * @param commit the id that is stamped on what it writes, so that a lost answer can be recognised
 */
public record Write(String commit, List<Change> changes) {

  public Write {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) throw new IllegalArgumentException("a write changes something");
    if (changes.size() > Limits.COMMIT_ITEMS_MAX)
      throw new IllegalArgumentException(
          "a commit touches at most " + Limits.COMMIT_ITEMS_MAX + " items");
    Set<Key> keys = new HashSet<>();
    for (Change change : changes)
      if (!keys.add(change.key()))
        throw new IllegalArgumentException("a commit names " + change.key() + " twice");
  }
}
