/** Refusals as values, and the one place that turns them into problem documents. */
@NullMarked
package waybill.kit.problem;

import org.jspecify.annotations.NullMarked;
