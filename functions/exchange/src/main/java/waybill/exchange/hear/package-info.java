/** The exchange as a subscriber among others: what it keeps of what the catalog says. */
@NullMarked
package waybill.exchange.hear;

import org.jspecify.annotations.NullMarked;
