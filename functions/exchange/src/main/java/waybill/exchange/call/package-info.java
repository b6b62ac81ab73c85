/** Brings what is open in the lanes of webhooks to their endpoints. */
@NullMarked
package waybill.exchange.call;

import org.jspecify.annotations.NullMarked;
