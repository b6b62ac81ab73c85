package waybill.exchange.books;

/** The messages of one contract on their way to one subscription. */
record Flow(String contract, String subscription) {
  static Flow parse(String text) {
    String[] parts = text.split("~", 2);
    return new Flow(parts[0], parts[1]);
  }

  boolean isOf(String wantedContract, String wantedSubscription) {
    return (wantedContract.isEmpty() || contract.equals(wantedContract))
        && (wantedSubscription.isEmpty() || subscription.equals(wantedSubscription));
  }

  @Override
  public String toString() {
    return contract + "~" + subscription;
  }
}
