package waybill.kit.outbox;

import java.util.ArrayList;
import java.util.List;

/** A list in pieces of which one request takes each. */
public final class Batches {

  public static <T> List<List<T>> of(List<T> all, int most) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most)
      batches.add(all.subList(from, Math.min(all.size(), from + most)));
    return batches;
  }

  private Batches() {}
}
