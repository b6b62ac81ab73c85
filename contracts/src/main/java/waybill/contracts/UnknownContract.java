package waybill.contracts;

/** The catalog holds no contract of this name or version. */
public final class UnknownContract extends IllegalArgumentException {
  UnknownContract(String what) {
    super("unknown contract " + what);
  }
}
