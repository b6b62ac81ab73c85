package waybill.exchange.desk;

import waybill.exchange.ledger.Delivery;
import waybill.exchange.subscribe.Subscription;

/** Whoever has a parked message: says what is to be written for what is wanted. */
interface Holder {

  /**
   * @param next the delivery with what an edit puts in place of its data, otherwise as it is
   */
  Decided take(Subscription of, Wish wish, ParkedKey parked, Delivery next);
}
