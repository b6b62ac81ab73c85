/** The contract files of a branch, judged against a catalog. */
@NullMarked
package waybill.local.check;

import org.jspecify.annotations.NullMarked;
