/** One JSON object a line. */
@NullMarked
package waybill.kit.log;

import org.jspecify.annotations.NullMarked;
