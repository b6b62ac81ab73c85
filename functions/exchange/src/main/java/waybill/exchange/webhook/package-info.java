/**
 * One letter to one endpoint outside: whom it may reach, how it is signed, what the answer says.
 */
@NullMarked
package waybill.exchange.webhook;

import org.jspecify.annotations.NullMarked;
