/** A part of the past once more for one subscription: what is missing there, or all of it. */
@NullMarked
package waybill.exchange.replay;

import org.jspecify.annotations.NullMarked;
