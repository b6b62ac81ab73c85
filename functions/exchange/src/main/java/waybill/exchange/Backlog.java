package waybill.exchange;

/**
 * Whether anything stands in a subscriber's queue: as long as it does, a copy would be one more.
 */
interface Backlog {

  boolean isEmpty(String subscriber);
}
