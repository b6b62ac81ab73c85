@NullMarked
package waybill.contracts.bridge;

import org.jspecify.annotations.NullMarked;
