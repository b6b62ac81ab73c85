package waybill.contracts;

/**
 * A typed handle: one contract version and the record that carries its documents in Java. A test
 * proves that the two never drift apart.
 */
public final class Contract<T> {
  private final ContractId id;
  private final Class<T> type;

  private Contract(ContractId id, Class<T> type) {
    this.id = id;
    this.type = type;
  }

  public static <T> Contract<T> of(String id, Class<T> type) {
    return new Contract<>(ContractId.parse(id), type);
  }

  public ContractId id() {
    return id;
  }

  public Class<T> type() {
    return type;
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
