/** Coordinates changes that span services, as their definitions say. */
@NullMarked
package waybill.sagas;

import org.jspecify.annotations.NullMarked;
