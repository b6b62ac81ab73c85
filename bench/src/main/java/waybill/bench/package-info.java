/** What it costs, beside what a user would pick instead. */
@NullMarked
package waybill.bench;

import org.jspecify.annotations.NullMarked;
