/** Who bought what. Keeps its own copy of the users, as far as an order needs them. */
@NullMarked
package waybill.orders;

import org.jspecify.annotations.NullMarked;
