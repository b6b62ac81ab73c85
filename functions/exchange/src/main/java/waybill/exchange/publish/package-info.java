/** What services outside say over HTTP: judged at the door, accepted in one commit, passed on. */
@NullMarked
package waybill.exchange.publish;

import org.jspecify.annotations.NullMarked;
