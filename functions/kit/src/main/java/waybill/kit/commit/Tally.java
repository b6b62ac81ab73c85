package waybill.kit.commit;

import java.time.Instant;

/**
 * Counts without reading first. {@code TallyContract} in the kit for tests says what it promises.
 */
public interface Tally {

  /**
   * Adds in one step, also while others do.
   *
   * @param until after this nobody asks for the count any more
   * @return the sum of all that was added under this name
   */
  long add(String name, long count, Instant until);
}
