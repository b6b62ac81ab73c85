@NullMarked
package waybill.contracts.verdict;

import org.jspecify.annotations.NullMarked;
