/** One machine on which the deployed template runs: started by the command and by tests alike. */
@NullMarked
package waybill.local;

import org.jspecify.annotations.NullMarked;
