/** What balances and what does not, how messages flow, and where each of them is. */
@NullMarked
package waybill.exchange.books;

import org.jspecify.annotations.NullMarked;
