package waybill.kit.door;

/** Who decides at the door. */
public interface Keeper {

  /**
   * @param route as the template has it, {@code GET /orders/{order_id}}
   * @param authorization the header as it came
   */
  Verdict verdict(String route, String authorization);

  /** What the first request would pay for. */
  void prime();
}
