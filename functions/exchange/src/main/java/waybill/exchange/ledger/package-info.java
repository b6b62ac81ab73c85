/** What was said, to whom it went and what became of it. */
@NullMarked
package waybill.exchange.ledger;

import org.jspecify.annotations.NullMarked;
