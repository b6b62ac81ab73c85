package waybill.local.aws;

/** A seam for tests: sees every call of a function's instance and may end that instance there. */
public interface Faults {
  /** A call on its way through the gate. */
  record Call(String functionId, String action, String body) {}

  enum Verdict {
    GO_ON,
    KILL
  }

  /** No faults. */
  Faults NONE = new Faults() {};

  /** Asked before the call has any effect. */
  default Verdict before(Call call) {
    return Verdict.GO_ON;
  }

  /** Asked when the call is done and its answer not yet given. */
  default Verdict after(Call call) {
    return Verdict.GO_ON;
  }
}
