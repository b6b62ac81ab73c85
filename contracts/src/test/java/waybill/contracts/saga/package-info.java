/** Whether a saga can work is known before one is begun. */
@NullMarked
package waybill.contracts.saga;

import org.jspecify.annotations.NullMarked;
