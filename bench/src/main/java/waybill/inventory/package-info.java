/** A way to what the functions of inventory keep to themselves. */
@NullMarked
package waybill.inventory;

import org.jspecify.annotations.NullMarked;
