package waybill.kit.commit;

/** Where an item lives: a partition, and a place in it. */
public record Key(String partition, String place) {
  private static final String ITEM = "item";

  /**
   * The item whose id is a message key: what {@code routed} names can be found without an index.
   */
  public static Key ofEntity(String id) {
    return new Key(id, ITEM);
  }

  /** The {@code ~} cannot occur in an entity's id, so that the two never meet. */
  public static Key ofEntry(String kind, String id) {
    return new Key(kind + "~" + id, ITEM);
  }

  @Override
  public String toString() {
    return partition + "/" + place;
  }
}
