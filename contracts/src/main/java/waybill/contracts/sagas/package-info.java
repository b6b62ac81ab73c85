/** What the coordinator of sagas says and takes. */
@NullMarked
package waybill.contracts.sagas;

import org.jspecify.annotations.NullMarked;
