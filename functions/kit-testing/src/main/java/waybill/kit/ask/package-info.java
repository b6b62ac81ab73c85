/** Other services for tests of what asks them. */
@NullMarked
package waybill.kit.ask;

import org.jspecify.annotations.NullMarked;
