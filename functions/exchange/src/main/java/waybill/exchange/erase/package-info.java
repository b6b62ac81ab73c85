/** The payloads about a key go; what remains says so. */
@NullMarked
package waybill.exchange.erase;

import org.jspecify.annotations.NullMarked;
