/** What users have to spend: balances, charges, refunds. */
@NullMarked
package waybill.payments;

import org.jspecify.annotations.NullMarked;
