package waybill.kit.testing;

/**
 * Something in a test that counts what it moves from both ends, and can tell whether they agree.
 */
public interface KeepsBooks {

  /** Whatever still moves comes to rest; then fails unless all is accounted for. */
  void balance();
}
