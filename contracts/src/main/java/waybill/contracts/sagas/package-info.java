/** What the service {@code sagas} exchanges. */
@NullMarked
package waybill.contracts.sagas;

import org.jspecify.annotations.NullMarked;
