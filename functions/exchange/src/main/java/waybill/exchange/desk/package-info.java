/** What is parked for a subscription, and what somebody decides about it. */
@NullMarked
package waybill.exchange.desk;

import org.jspecify.annotations.NullMarked;
