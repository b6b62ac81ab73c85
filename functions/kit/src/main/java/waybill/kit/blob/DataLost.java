package waybill.kit.blob;

/** What a message says where its data are does not lead to them. */
public final class DataLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DataLost(String why) {
    super(why);
  }
}
