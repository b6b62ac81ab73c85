/** Subscribers that ask for their messages, and say what became of them. */
@NullMarked
package waybill.exchange.pull;

import org.jspecify.annotations.NullMarked;
