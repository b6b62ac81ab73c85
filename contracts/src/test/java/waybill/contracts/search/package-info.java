@NullMarked
package waybill.contracts.search;

import org.jspecify.annotations.NullMarked;
