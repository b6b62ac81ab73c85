@NullMarked
package waybill.contracts.logic;

import org.jspecify.annotations.NullMarked;
