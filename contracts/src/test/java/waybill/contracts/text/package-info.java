@NullMarked
package waybill.contracts.text;

import org.jspecify.annotations.NullMarked;
