/** What takes longer than one call: in turns, each of which may be repeated. */
@NullMarked
package waybill.exchange.job;

import org.jspecify.annotations.NullMarked;
