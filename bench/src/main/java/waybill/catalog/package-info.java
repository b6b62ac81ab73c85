/** A way to what the catalog's functions keep to themselves. */
@NullMarked
package waybill.catalog;

import org.jspecify.annotations.NullMarked;
