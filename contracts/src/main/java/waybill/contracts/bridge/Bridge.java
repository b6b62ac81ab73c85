package waybill.contracts.bridge;

/**
 * How documents of one version become documents of another.
 *
 * @param up from the older version to the newer one
 * @param down and back
 */
public record Bridge(Translation up, Translation down) {

  /**
   * @throws NoTranslation if one of them is none
   */
  public static Bridge of(String up, String down) {
    return new Bridge(side("up", up), side("down", down));
  }

  private static Translation side(String side, String expression) {
    try {
      return Translation.of(expression);
    } catch (NoTranslation e) {
      throw new NoTranslation(side, String.valueOf(e.getMessage()));
    }
  }
}
