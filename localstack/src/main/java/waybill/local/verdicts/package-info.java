/** Verdicts on pairs of schemas, a line each. */
@NullMarked
package waybill.local.verdicts;

import org.jspecify.annotations.NullMarked;
