@NullMarked
package waybill.contracts.saga;

import org.jspecify.annotations.NullMarked;
