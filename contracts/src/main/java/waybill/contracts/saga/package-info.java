/** Changes that span services, declared as data: what is done in which order, and how undone. */
@NullMarked
package waybill.contracts.saga;

import org.jspecify.annotations.NullMarked;
