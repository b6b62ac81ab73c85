/** What a user pool asks of a service. */
@NullMarked
package waybill.kit.pool;

import org.jspecify.annotations.NullMarked;
