package waybill.contracts.exchange;

/** By which way messages reach a subscriber. */
public enum DeliveryKind {
  MEMBER,
  QUEUE,
  WEBHOOK,
  PULL
}
