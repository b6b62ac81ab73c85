package waybill.exchange;

import waybill.exchange.subscribe.Subscription;

/**
 * Whether anything stands in a subscriber's queue: as long as it does, a copy would be one more.
 */
interface Backlog {

  boolean isEmpty(Subscription subscription);
}
