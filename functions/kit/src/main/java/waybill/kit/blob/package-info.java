/** Documents that are too long to travel: left at one end of the way, fetched at the other. */
@NullMarked
package waybill.kit.blob;

import org.jspecify.annotations.NullMarked;
