/** What is for sale: prices, stock, reservations. */
@NullMarked
package waybill.inventory;

import org.jspecify.annotations.NullMarked;
