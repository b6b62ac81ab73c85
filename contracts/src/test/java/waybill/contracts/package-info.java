@NullMarked
package waybill.contracts;

import org.jspecify.annotations.NullMarked;
