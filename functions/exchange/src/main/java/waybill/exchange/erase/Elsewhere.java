package waybill.exchange.erase;

/** What lies about a key outside the ledger. Either is done, or it is an exception. */
public interface Elsewhere {

  /** Long documents, and what members have parked. */
  void erase(String source, String key, String says);

  default Elsewhere and(Elsewhere other) {
    return (source, key, says) -> {
      erase(source, key, says);
      other.erase(source, key, says);
    };
  }
}
