/** The command line. */
@NullMarked
package waybill.local.command;

import org.jspecify.annotations.NullMarked;
