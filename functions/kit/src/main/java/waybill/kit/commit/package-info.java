/** The one write: items with expected versions and the messages they emit. */
@NullMarked
package waybill.kit.commit;

import org.jspecify.annotations.NullMarked;
