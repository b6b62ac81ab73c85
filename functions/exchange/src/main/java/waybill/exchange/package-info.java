/**
 * Routes what services say to those who listen, in sequence, and keeps the ledger of what became of
 * it.
 */
@NullMarked
package waybill.exchange;

import org.jspecify.annotations.NullMarked;
