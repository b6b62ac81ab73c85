/** A way to what the functions of sagas keep to themselves. */
@NullMarked
package waybill.sagas;

import org.jspecify.annotations.NullMarked;
