package waybill.kit.commit;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by name, many in one row, without reading first. {@code CountersContract} in the kit for
 * tests says what it promises.
 */
public interface Counters {
  /** Where nothing is counted. */
  Counters NONE =
      new Counters() {
        @Override
        public void add(Key row, Map<String, Long> counts, Instant until) {}

        @Override
        public SortedMap<String, Map<String, Long>> from(String partition, String place) {
          return new TreeMap<>();
        }
      };

  /**
   * Adds all in one step, also while others do.
   *
   * @param until after this nobody asks for them any more
   */
  void add(Key row, Map<String, Long> counts, Instant until);

  /** The rows of a partition from a place on, by their places. */
  SortedMap<String, Map<String, Long>> from(String partition, String place);
}
