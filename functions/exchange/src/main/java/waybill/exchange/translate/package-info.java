/** A message at the version that a subscriber takes. */
@NullMarked
package waybill.exchange.translate;

import org.jspecify.annotations.NullMarked;
